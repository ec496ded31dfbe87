/** Paths between two nodes. */
export const pathMessages = {
  'path.search': 'Path to...',
  'path.choices': 'Things to find a path to',
  'path.found_zero': 'Nothing found',
  'path.found_one': '{{count}} found',
  'path.found_other': '{{count}} found',
  'path.searching': 'Searching the catalog',
  'path.searchFailed': 'The catalog could not be searched: {{message}}',
  'path.show': 'Show how it is connected with {{root}}',
  'path.looking': 'Looking for paths between {{root}} and {{title}}',
  'path.sentence': '{{root}} and {{title}}: {{steps}}, {{paths}}, {{way}}.',
  'path.steps_one': '{{count}} step',
  'path.steps_other': '{{count}} steps',
  'path.paths_one': '{{count}} shortest path',
  'path.paths_other': '{{count}} shortest paths',
  'path.atLeast': 'at least {{paths}}',
  'path.many': 'more than {{amount}} shortest paths',
  'path.way.downstream': 'along the data',
  'path.way.upstream': 'against the data',
  'path.none':
    'No path connects {{root}} and {{title}} in {{environment}}, neither along the data nor against it.',
  'path.noneAnywhere':
    'No path connects {{root}} and {{title}} in any environment, neither along the data nor against it.',
  'path.notAll': 'Not everything was looked at.',
  'path.incomplete': 'There may be others through what is not visible to you.',
  'path.incompleteNone': 'There may be one through what is not visible to you.',
  'path.then':
    'Only runs and declarations of that time count: relations of the catalog have no history.',
  'path.failed': 'Paths to {{title}} could not be looked for: {{message}}',
  'path.clear': 'Clear path',
} as const;
