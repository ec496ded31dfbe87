/** What can be done with what is selected. */
export const drawerMessages = {
  'drawer.close': 'Close details',
  'drawer.failed': 'More about {{title}} could not be read',
  'drawer.loading': 'Reading details',
  'drawer.openEntity': 'Open entity',
  'drawer.makeRoot': 'Start from here',
  'drawer.notShown': 'It is not part of what is shown now.',
  'drawer.expand.upstream': 'Show {{amount}} more upstream',
  'drawer.expand.downstream': 'Show {{amount}} more downstream',
  'drawer.fold.upstream': 'Fold upstream',
  'drawer.fold.downstream': 'Fold downstream',
} as const;

/** What is known of a node. */
export const factsMessages = {
  'facts.owner': 'Owner',
  'facts.lifecycle': 'Stage',
  'facts.version': 'Version',
  'facts.distance': 'Distance',
  'facts.lastRun': 'Last run',
  'facts.quality': 'Quality',
  'facts.qualityValue': '{{passed}} of {{total}} checks passed',
  'facts.environments': 'Observed in',
  'facts.foldedNames': 'Stands for',
  'facts.foldedNamesValue_one': '{{count}} name, such as a partition',
  'facts.foldedNamesValue_other': '{{count}} names, such as partitions',
  'facts.dropped': 'Dropped',
  'facts.lastSeen': 'Last seen',
  'facts.firstSeen': 'First seen',
} as const;

/** What the backend knows of a node. */
export const detailMessages = {
  'detail.names': 'Names in events',
  'detail.runs': 'Last runs',
  'detail.writers': 'Last written by',
  'detail.fields_one': '{{count}} field',
  'detail.fields_other': '{{count}} fields',
  'detail.facets': 'What events say about it',
  'detail.truncated': 'There is more than is listed here.',
} as const;

/** Fields of a dataset. */
export const fieldsMessages = {
  'fields.name': 'Field',
  'fields.type': 'Type',
  'fields.more_one': 'Show {{count}} more field',
  'fields.more_other': 'Show {{count}} more fields',
} as const;

/** Facets. */
export const facetsMessages = {
  'facets.more': 'It says more than fits here.',
  'facets.restricted': 'It can name things that you may not see.',
  'facets.large': 'It has {{kilobytes}} kB, too much to be shown here.',
} as const;

/** Runs of jobs. */
export const runsMessages = {
  'runs.none': 'No run is known.',
  'runs.incomplete':
    'There may be more runs, or more that they read or wrote, that you may not see.',
  'runs.read': 'read {{what}}',
  'runs.wrote': 'wrote {{what}}',
  'runs.engine': 'by {{engine}}',
  'runs.tags': 'tags: {{what}}',
  'runs.andMore': '{{what}} and {{amount}} more',
  'runs.failed': 'Older runs could not be read',
  'runs.more': 'Older runs',
  'runs.seconds': 'took {{amount}} s',
  'runs.minutes': 'took {{amount}} min',
  'runs.hours': 'took {{amount}} h',
  'runs.state.running': 'running',
  'runs.state.complete': 'complete',
  'runs.state.failed': 'failed',
  'runs.state.aborted': 'aborted',
  'runs.state.unknown': 'state unknown',
  'runs.last.running': 'is running',
  'runs.last.complete': 'last run complete',
  'runs.last.failed': 'last run failed',
  'runs.last.aborted': 'last run aborted',
  'runs.last.unknown': 'state of the last run unknown',
} as const;
