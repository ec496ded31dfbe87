/** Picture and table as a whole. */
export const explorerMessages = {
  views: 'Ways to look at it',
  graph: 'Graph',
  table: 'Table',
  fields: 'Fields',
  map: 'Map',
  counts: '{{things}}, {{connections}}',
  things_one: '{{count}} thing',
  things_other: '{{count}} things',
  connections_one: '{{count}} connection',
  connections_other: '{{count}} connections',
  reload: 'Read again',
  loading: 'Reading lineage',
  failed: 'The lineage could not be read',
  announce: '{{things}} and {{connections}} are shown.',
  announceHidden_one: '{{count}} neighbour is not shown.',
  announceHidden_other: '{{count}} neighbours are not shown.',
} as const;

/** Where something was observed. */
export const environmentMessages = {
  label: 'Environment',
  usual: 'Default environment',
  all: 'All environments',
  counted: '{{name}} ({{amount}})',
  countedAtLeast: '{{name}} ({{amount}} or more)',
  nothing: 'Nothing of it in {{environment}}',
  elsewhere: 'It was observed, but elsewhere: in {{names}}.',
  show: 'Show {{name}}, {{connections}}',
  showAll: 'Show all environments',
} as const;

/** What the reader has to know about what is shown. */
export const notesMessages = {
  stale:
    'Lineage could not be read again: {{message}} What you see is from {{time}}.',
  expandFailed: 'More could not be shown: {{message}}',
  namesFailed: 'Names and owners could not be read: {{message}}',
  truncated:
    'Only the nearest {{amount}} are shown. The numbers at the rim say what is left out.',
  showMore: 'Show up to {{amount}}',
  showMap: 'Show the map of everything',
  incomplete: 'Part of it is not visible to you and left out.',
  onlyDeclared:
    'In {{environment}} no run has connected it; you see what the catalog declares. It was observed in {{names}}.',
  simpleLayout: 'Arranging this took too long, so it is arranged simply.',
} as const;

/** How far taking in events is. */
export const receivedMessages = {
  waiting_one: '{{count}} received event is not in here yet.',
  waiting_other: '{{count}} received events are not in here yet.',
  deadLetters_one: '{{count}} event could not be read.',
  deadLetters_other: '{{count}} events could not be read.',
  seeWhich: 'See which',
  unknown: 'Whether received events are still missing is not known.',
} as const;

/** Nothing is known of something. */
export const nothingMessages = {
  title: 'Nothing has named this yet',
  titleAlone: 'Nothing is connected to it yet',
  why: 'Its lineage is drawn once a pipeline that reads or writes it says so.',
  whyIncomplete: 'Nothing that you may see is connected to it.',
  send: 'Have the tools that run your pipelines send OpenLineage events here, with a token of this portal.',
  clients: 'How the clients are set up',
  sendCode: 'Setting for the clients',
  declare:
    'Declare the name under which they speak of it, so that it is recognised:',
  declareCode: 'Example of such a name',
} as const;
