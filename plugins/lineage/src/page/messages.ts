/** The page of its own. */
export const pageMessages = {
  'page.other': 'Look at something else',
  'page.notFound': 'There is no such page',
  'page.notFoundWhy':
    'The address may be misspelt, or the page may have moved.',
} as const;

/** The choice of what to look at. */
export const pickerMessages = {
  'picker.intro':
    'See where data come from, where they go, and who is touched by a change.',
  'picker.label': 'What do you want to look at?',
  'picker.help': 'Part of a name, or the id of a node such as ol:dataset:...',
  'picker.typed': 'Look at {{name}}',
  'picker.recent': 'Looked at before',
  'picker.catalog': 'From the catalog',
  'picker.found': 'Found in the catalog',
  'picker.loading': 'Searching',
  'picker.failed': 'The catalog could not be searched',
  'picker.nothing': 'Nothing found. Try another part of its name.',
} as const;

/** The card on the overview of an entity. */
export const cardMessages = {
  'card.title': 'Lineage',
  'card.more': 'Show the whole lineage',
  'card.nothing': 'Nothing has named this in lineage events yet.',
  'card.notHere': 'No run has connected it in {{environment}}.',
  'card.elsewhere': 'It was observed in {{names}}',
  'card.findingsFailed': 'Whether the catalog and runs agree is not known.',
  'card.failed': 'The lineage could not be read',
  'card.upstream': 'Made from ({{amount}})',
  'card.downstream': 'Goes into ({{amount}})',
  'card.none': 'Nothing that is known.',
  'card.others_one': 'and {{count}} more',
  'card.others_other': 'and {{count}} more',
} as const;

/** The lineage of a feature. */
export const featureMessages = {
  'feature.ofView':
    'A feature is computed together with the others of its view, so this is the lineage of the view.',
  'feature.follow': 'Follow {{field}}',
} as const;
