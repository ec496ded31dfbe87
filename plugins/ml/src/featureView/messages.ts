/** Texts on the page of a feature view. */
export const featureViewMessages = {
  about: 'About this feature view',
  fact: {
    type: 'Type',
    lifecycle: 'Lifecycle',
    freshness: 'Freshness',
    ttl: 'Served for',
    joinKeys: 'Looked up by',
    versions: 'Versions',
  },
  type: {
    batch: 'Computed on a schedule',
    stream: 'Computed from events as they come',
    'on-demand': 'Computed from the request',
    service: 'Computed by a call to something else',
  },
  maxAge: 'at most {{duration}} old',
  computedAnew: 'computed anew each time',
  keptFor: '{{duration}} after it was computed',
  noJoinKeys: 'Not stated',
  noVersions: 'None are stated',
  state: {
    draft: 'draft',
    live: 'live',
    deprecated: 'deprecated',
    retired: 'retired',
  },
  stateMeaning: {
    draft: 'Not served yet',
    live: 'Served',
    deprecated: 'Served, but should be left',
    retired: 'No longer served',
  },
  since: 'for',
  until: 'switched off',
  noModels: 'No model reads it',
  noModelsWhy:
    'A model that lists this view in spec.consumes would be here, with the version and fields it reads.',
} as const;
