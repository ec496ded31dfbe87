/** Paths between two nodes. */
export const pathMessages = {
  search: 'Path to...',
  choices: 'Things to find a path to',
  found_zero: 'Nothing found',
  found_one: '{{count}} found',
  found_other: '{{count}} found',
  searching: 'Searching the catalog',
  searchFailed: 'The catalog could not be searched: {{message}}',
  show: 'Show how it is connected with {{root}}',
  looking: 'Looking for paths between {{root}} and {{title}}',
  sentence: '{{root}} and {{title}}: {{steps}}, {{paths}}, {{way}}.',
  steps_one: '{{count}} step',
  steps_other: '{{count}} steps',
  paths_one: '{{count}} shortest path',
  paths_other: '{{count}} shortest paths',
  atLeast: 'at least {{paths}}',
  many: 'more than {{amount}} shortest paths',
  way: {
    downstream: 'along the data',
    upstream: 'against the data',
  },
  none: 'No path connects {{root}} and {{title}} in {{environment}}, neither along the data nor against it.',
  noneAnywhere:
    'No path connects {{root}} and {{title}} in any environment, neither along the data nor against it.',
  notAll: 'Not everything was looked at.',
  incomplete: 'There may be others through what is not visible to you.',
  incompleteNone: 'There may be one through what is not visible to you.',
  failed: 'Paths to {{title}} could not be looked for: {{message}}',
  then: 'Ways between {{root}} and {{title}} are brought out, as far as they are part of what is shown of that time.',
  noneThen:
    'No way connects {{root}} and {{title}} in what is shown of that time.',
  clear: 'Clear path',
} as const;
