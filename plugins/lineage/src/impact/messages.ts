/** What a change touches. */
export const impactMessages = {
  title: 'What a change of {{title}} touches',
  table: 'What is touched, by owner',
  loading: 'Counting what a change touches',
  failed: 'What a change touches could not be read: {{message}}',
  sentence: 'A change here touches {{things}} of {{teams}}; {{entities}}.',
  sentenceAtLeast:
    'A change here touches at least {{things}} of {{teams}}; {{entities}}.',
  nothing: 'Nothing that is known depends on this.',
  nothingSeen: 'Nothing that you may see depends on this.',
  environment:
    'Followed were the connections of {{name}}, and what the catalog declares.',
  everyEnvironment: 'Followed were the connections of all environments.',
  asOf: 'These are the connections of {{time}}. Owners can be told about those of now.',
  incomplete: 'There may be more that is not visible to you.',
  things_one: '{{count}} thing',
  things_other: '{{count}} things',
  teams_one: '{{count}} team',
  teams_other: '{{count}} teams',
  entities_one: '{{count}} is in the catalog',
  entities_other: '{{count}} are in the catalog',
  open: 'See what',
  columns: {
    what: 'What',
    kind: 'Kind',
    lifecycle: 'Stage',
    distance: 'Distance',
  },
  hops_one: '{{count}} step away',
  hops_other: '{{count}} steps away',
  group: '{{things}}, the nearest {{hops}}',
  more_one: '{{count}} more is in the file.',
  more_other: '{{count}} more are in the file.',
  csv: 'Download all as CSV',
  csvFailed: 'The file could not be made',
  fileName: 'impact-{{name}}.csv',
} as const;

/** Telling the owners. */
export const notifyMessages = {
  title: 'Tell the owners of what a change of {{title}} touches',
  open: 'Tell the owners',
  who_one: 'This owner gets a notification now:',
  who_other: 'These {{count}} owners get a notification now:',
  message: 'What you want to tell them',
  messageHelp:
    'Say what changes, when, and what they should do. {{left}} characters left.',
  back: 'Back',
  confirm_one: 'Tell {{count}} owner',
  confirm_other: 'Tell {{count}} owners',
  failed: 'The owners could not be told',
  told_one: '{{count}} owner was told.',
  told_other: '{{count}} owners were told.',
  notTold_one: '{{count}} owner could not be told; tell them another way.',
  notTold_other: '{{count}} owners could not be told; tell them another way.',
  unowned_one: '{{count}} thing has no owner, so nobody was told about it.',
  unowned_other:
    '{{count}} things have no owner, so nobody was told about them.',
  incomplete:
    'Some of what is touched is not visible to you; its owners were not told.',
} as const;
