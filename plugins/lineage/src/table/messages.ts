/** The graph as a table. */
export const tableMessages = {
  label: 'Everything in this graph',
  all_one: '{{count}} thing',
  all_other: 'All {{count}} things',
  some_one: '{{count}} of {{total}} things',
  some_other: '{{count}} of {{total}} things',
  columns: {
    title: 'What',
    kind: 'Kind',
    owner: 'Owner',
    distance: 'Distance',
    lastRun: 'Last run',
    lastSeen: 'Last seen',
  },
  page: '{{from}} to {{to}} of {{total}}',
  previous: 'Previous page',
  next: 'Next page',
} as const;

/** Distance from the root and side of it. */
export const distanceMessages = {
  root: 'the start',
  upstream_one: '{{count}} step upstream',
  upstream_other: '{{count}} steps upstream',
  downstream_one: '{{count}} step downstream',
  downstream_other: '{{count}} steps downstream',
  beside: 'on a side way',
} as const;

/** The graph as lists of lists. */
export const treeMessages = {
  upstream: 'What {{title}} is made from',
  downstream: 'What {{title}} goes into',
  beside: 'On side ways',
  nothing: 'Nothing that is shown.',
  open: 'Open what is under {{title}}',
  close: 'Close what is under {{title}}',
  repeated: 'listed in full elsewhere',
  hidden_one: '{{count}} more not shown',
  hidden_other: '{{count}} more not shown',
  more_one: '{{count}} more',
  more_other: '{{count}} more',
} as const;
