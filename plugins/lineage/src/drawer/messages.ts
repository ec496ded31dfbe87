/** What can be done with what is selected. */
export const drawerMessages = {
  close: 'Close details',
  failed: 'More about {{title}} could not be read',
  loading: 'Reading details',
  openEntity: 'Open entity',
  makeRoot: 'Start from here',
  notShown: 'It is not part of what is shown now.',
  expand: {
    upstream: 'Show {{amount}} more upstream',
    downstream: 'Show {{amount}} more downstream',
  },
  fold: {
    upstream: 'Fold upstream',
    downstream: 'Fold downstream',
  },
} as const;

/** What is known of a node. */
export const factsMessages = {
  owner: 'Owner',
  lifecycle: 'Stage',
  distance: 'Distance',
  lastRun: 'Last run',
  quality: 'Quality',
  qualityValue: '{{passed}} of {{total}} checks passed',
  environments: 'Observed in',
  foldedNames: 'Stands for',
  foldedNamesValue_one: '{{count}} name, such as a partition',
  foldedNamesValue_other: '{{count}} names, such as partitions',
  dropped: 'Dropped',
  lastSeen: 'Last seen',
  firstSeen: 'First seen',
} as const;

/** What the backend knows of a node. */
export const detailMessages = {
  names: 'Names in events',
  runs: 'Last runs',
  writers: 'Last written by',
  fields_one: '{{count}} field',
  fields_other: '{{count}} fields',
  facets: 'What events say about it',
  truncated: 'There is more than is listed here.',
} as const;

/** Fields of a dataset. */
export const fieldsMessages = {
  name: 'Field',
  type: 'Type',
  more_one: 'Show {{count}} more field',
  more_other: 'Show {{count}} more fields',
} as const;

/** Facets. */
export const facetsMessages = {
  more: 'It says more than fits here.',
  large: 'It has {{kilobytes}} kB, too much to be shown here.',
} as const;

/** Runs of jobs. */
export const runsMessages = {
  none: 'No run is known.',
  read: 'read {{what}}',
  wrote: 'wrote {{what}}',
  andMore: '{{what}} and {{amount}} more',
  failed: 'Older runs could not be read',
  more: 'Older runs',
  seconds: 'took {{amount}} s',
  minutes: 'took {{amount}} min',
  hours: 'took {{amount}} h',
  state: {
    running: 'running',
    complete: 'complete',
    failed: 'failed',
    aborted: 'aborted',
    unknown: 'state unknown',
  },
  last: {
    running: 'is running',
    complete: 'last run complete',
    failed: 'last run failed',
    aborted: 'last run aborted',
    unknown: 'state of the last run unknown',
  },
} as const;
