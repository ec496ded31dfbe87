/** Texts about where data physically are. */
export const physicalMessages = {
  title: 'Where it physically is',
  anyRegion: 'region not stated',
  role: {
    offline: 'offline',
    online: 'online',
    stream: 'stream',
    source: 'source',
  },
  roleMeaning: {
    offline: 'Read by training and batches',
    online: 'Read while answering',
    stream: 'Read as events',
    source: 'Where it comes from',
  },
  name: 'name',
  pattern: 'name pattern',
  patternMeaning: 'A regular expression: all names that fit are one dataset',
  namespace: 'namespace',
  empty: 'No place is stated',
  emptyWhy:
    'Tables, topics and stores per environment and region would be here, with the names lineage knows them by. Add spec.physical to the catalog file.',
  notStored:
    'It is computed when it is asked for, so it may be stored nowhere.',
} as const;
