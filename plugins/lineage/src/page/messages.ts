/** The page of its own. */
export const pageMessages = {
  other: 'Look at something else',
  notFound: 'There is no such page',
  notFoundWhy: 'The address may be misspelt, or the page may have moved.',
} as const;

/** The choice of what to look at. */
export const pickerMessages = {
  intro:
    'See where data come from, where they go, and who is touched by a change.',
  label: 'What do you want to look at?',
  help: 'Part of a name, or the id of a node such as ol:dataset:...',
  typed: 'Look at {{name}}',
  recent: 'Looked at before',
  catalog: 'From the catalog',
  found: 'Found in the catalog',
  loading: 'Searching',
  failed: 'The catalog could not be searched',
  nothing: 'Nothing found. Try another part of its name.',
} as const;

/** The card on the overview of an entity. */
export const cardMessages = {
  title: 'Lineage',
  more: 'Show the whole lineage',
  nothing: 'Nothing has named this in lineage events yet.',
  notHere: 'No run has connected it in {{environment}}.',
  elsewhere: 'It was observed in {{names}}',
  findingsFailed: 'Whether the catalog and runs agree is not known.',
  failed: 'The lineage could not be read',
  upstream: 'Made from ({{amount}})',
  downstream: 'Goes into ({{amount}})',
  none: 'Nothing that is known.',
  others_one: 'and {{count}} more',
  others_other: 'and {{count}} more',
} as const;
