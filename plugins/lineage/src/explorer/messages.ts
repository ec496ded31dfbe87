/** Picture and table as a whole. */
export const explorerMessages = {
  'explorer.views': 'Ways to look at it',
  'explorer.graph': 'Graph',
  'explorer.table': 'Table',
  'explorer.fields': 'Fields',
  'explorer.map': 'Map',
  'explorer.counts': '{{things}}, {{connections}}',
  'explorer.things_one': '{{count}} thing',
  'explorer.things_other': '{{count}} things',
  'explorer.connections_one': '{{count}} connection',
  'explorer.connections_other': '{{count}} connections',
  'explorer.showTemporary_one':
    'Show {{count}} dataset that lived in memory only',
  'explorer.showTemporary_other':
    'Show {{count}} datasets that lived in memory only',
  'explorer.hideTemporary_one':
    'Leave out {{count}} dataset that lived in memory only',
  'explorer.hideTemporary_other':
    'Leave out {{count}} datasets that lived in memory only',
  'explorer.asAtFirst': 'Show it as at first',
  'explorer.reload': 'Read again',
  'explorer.loading': 'Reading lineage',
  'explorer.failed': 'The lineage could not be read',
  'explorer.announce': '{{things}} and {{connections}} are shown.',
  'explorer.announceHidden_one': '{{count}} neighbour is not shown.',
  'explorer.announceHidden_other': '{{count}} neighbours are not shown.',
} as const;

/** Where something was observed. */
export const environmentMessages = {
  'environment.label': 'Environment',
  'environment.usual': 'Default environment',
  'environment.all': 'All environments',
  'environment.counted': '{{name}} ({{amount}})',
  'environment.countedAtLeast': '{{name}} ({{amount}} or more)',
  'environment.nothing': 'Nothing of it in {{environment}}',
  'environment.elsewhere': 'It was observed, but elsewhere: in {{names}}.',
  'environment.show': 'Show {{name}}, {{connections}}',
  'environment.showAll': 'Show all environments',
} as const;

/** What the reader has to know about what is shown. */
export const notesMessages = {
  'notes.stale':
    'Lineage could not be read again: {{message}} What you see is from {{time}}.',
  'notes.expandFailed': 'More could not be shown: {{message}}',
  'notes.namesFailed': 'Names and owners could not be read: {{message}}',
  'notes.partsFull':
    'The address holds no more of what you add, open and fold: what you did first is as before.',
  'notes.truncated':
    'Only the nearest {{amount}} are shown. The numbers at the rim say what is left out.',
  'notes.showMore': 'Show up to {{amount}}',
  'notes.showMap': 'Show the map of everything',
  'notes.incomplete': 'Part of it is not visible to you and left out.',
  'notes.onlyDeclared':
    'In {{environment}} no run has connected it; you see what the catalog declares. It was observed in {{names}}.',
  'notes.simpleLayout':
    'Arranging this took too long, so it is arranged simply.',
} as const;

/** How far taking in events is. */
export const receivedMessages = {
  'received.waiting_one': '{{count}} received event is not in here yet.',
  'received.waiting_other': '{{count}} received events are not in here yet.',
  'received.deadLetters_one': '{{count}} event could not be read.',
  'received.deadLetters_other': '{{count}} events could not be read.',
  'received.seeWhich': 'See which',
  'received.unknown': 'Whether received events are still missing is not known.',
} as const;

/** Nothing is known of something. */
export const nothingMessages = {
  'nothing.title': 'Nothing has named this yet',
  'nothing.titleAlone': 'Nothing is connected to it yet',
  'nothing.why':
    'Its lineage is drawn once a pipeline that reads or writes it says so.',
  'nothing.whyIncomplete': 'Nothing that you may see is connected to it.',
  'nothing.send':
    'Have the tools that run your pipelines send OpenLineage events here, with a token of this portal.',
  'nothing.clients': 'How the clients are set up',
  'nothing.sendCode': 'Setting for the clients',
  'nothing.declare':
    'Declare the name under which they speak of it, so that it is recognised:',
  'nothing.declareCode': 'Example of such a name',
} as const;
