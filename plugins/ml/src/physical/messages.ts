/** Texts about where data physically are. */
export const physicalMessages = {
  'physical.title': 'Where it physically is',
  'physical.anyRegion': 'region not stated',
  'physical.role.offline': 'offline',
  'physical.role.online': 'online',
  'physical.role.stream': 'stream',
  'physical.role.source': 'source',
  'physical.roleMeaning.offline': 'Read by training and batches',
  'physical.roleMeaning.online': 'Read while answering',
  'physical.roleMeaning.stream': 'Read as events',
  'physical.roleMeaning.source': 'Where it comes from',
  'physical.name': 'name',
  'physical.pattern': 'name pattern',
  'physical.patternMeaning':
    'A regular expression: all names that fit are one dataset',
  'physical.namespace': 'namespace',
  'physical.empty': 'No place is stated',
  'physical.emptyWhy':
    'Tables, topics and stores per environment and region would be here, with the names lineage knows them by. Add spec.physical to the catalog file.',
  'physical.notStored':
    'It is computed when it is asked for, so it may be stored nowhere.',
} as const;
