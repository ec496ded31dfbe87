/** What a change touches. */
export const impactMessages = {
  'impact.title': 'What a change of {{title}} touches',
  'impact.table': 'What is touched, by owner',
  'impact.loading': 'Counting what a change touches',
  'impact.failed': 'What a change touches could not be read: {{message}}',
  'impact.sentence':
    'A change here touches {{things}} of {{teams}}; {{entities}}.',
  'impact.sentenceAtLeast':
    'A change here touches at least {{things}} of {{teams}}; {{entities}}.',
  'impact.nothing': 'Nothing that is known depends on this.',
  'impact.nothingSeen': 'Nothing that you may see depends on this.',
  'impact.environment':
    'Followed were the connections of {{name}}, and what the catalog declares.',
  'impact.everyEnvironment':
    'Followed were the connections of all environments.',
  'impact.asOf':
    'These are the connections of {{time}}. Owners can be told about those of now.',
  'impact.incomplete': 'There may be more that is not visible to you.',
  'impact.things_one': '{{count}} thing',
  'impact.things_other': '{{count}} things',
  'impact.teams_one': '{{count}} team',
  'impact.teams_other': '{{count}} teams',
  'impact.entities_one': '{{count}} is in the catalog',
  'impact.entities_other': '{{count}} are in the catalog',
  'impact.entitiesInProduction':
    '{{entities}}, {{production}} of them in production',
  'impact.open': 'See what',
  'impact.columns.what': 'What',
  'impact.columns.kind': 'Kind',
  'impact.columns.lifecycle': 'Stage',
  'impact.columns.distance': 'Distance',
  'impact.hops_one': '{{count}} step away',
  'impact.hops_other': '{{count}} steps away',
  'impact.group': '{{things}}, the nearest {{hops}}',
  'impact.more_one': '{{count}} more is in the file.',
  'impact.more_other': '{{count}} more are in the file.',
  'impact.csv': 'Download all as CSV',
  'impact.csvFailed': 'The file could not be made',
  'impact.fileName': 'impact-{{name}}.csv',
} as const;

/** Telling the owners. */
export const notifyMessages = {
  'notify.title': 'Tell the owners of what a change of {{title}} touches',
  'notify.open': 'Tell the owners',
  'notify.who_one': 'This owner gets a notification now:',
  'notify.who_other': 'These {{count}} owners get a notification now:',
  'notify.message': 'What you want to tell them',
  'notify.messageHelp':
    'Say what changes, when, and what they should do. {{left}} characters left.',
  'notify.back': 'Back',
  'notify.confirm_one': 'Tell {{count}} owner',
  'notify.confirm_other': 'Tell {{count}} owners',
  'notify.failed': 'The owners could not be told',
  'notify.told_one': '{{count}} owner was told.',
  'notify.told_other': '{{count}} owners were told.',
  'notify.notTold_one':
    '{{count}} owner could not be told; tell them another way.',
  'notify.notTold_other':
    '{{count}} owners could not be told; tell them another way.',
  'notify.unowned_one':
    '{{count}} thing has no owner, so nobody was told about it.',
  'notify.unowned_other':
    '{{count}} things have no owner, so nobody was told about them.',
  'notify.incomplete':
    'Some of what is touched is not visible to you; its owners were not told.',
} as const;
