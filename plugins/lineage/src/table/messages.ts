/** The graph as a table. */
export const tableMessages = {
  'table.label': 'Everything in this graph',
  'table.all_one': '{{count}} thing',
  'table.all_other': 'All {{count}} things',
  'table.some_one': '{{count}} of {{total}} things',
  'table.some_other': '{{count}} of {{total}} things',
  'table.columns.title': 'What',
  'table.columns.kind': 'Kind',
  'table.columns.owner': 'Owner',
  'table.columns.distance': 'Distance',
  'table.columns.lastRun': 'Last run',
  'table.columns.lastSeen': 'Last seen',
  'table.page': '{{from}} to {{to}} of {{total}}',
  'table.previous': 'Previous page',
  'table.next': 'Next page',
} as const;

/** Distance from the root and side of it. */
export const distanceMessages = {
  'distance.root': 'the start',
  'distance.upstream_one': '{{count}} step upstream',
  'distance.upstream_other': '{{count}} steps upstream',
  'distance.downstream_one': '{{count}} step downstream',
  'distance.downstream_other': '{{count}} steps downstream',
  'distance.beside': 'on a side way',
} as const;

/** The graph as lists of lists. */
export const treeMessages = {
  'tree.upstream': 'What {{title}} is made from',
  'tree.downstream': 'What {{title}} goes into',
  'tree.beside': 'On side ways',
  'tree.nothing': 'Nothing that is shown.',
  'tree.open': 'Open what is under {{title}}',
  'tree.close': 'Close what is under {{title}}',
  'tree.repeated': 'listed in full elsewhere',
  'tree.hidden_one': '{{count}} more not shown',
  'tree.hidden_other': '{{count}} more not shown',
  'tree.more_one': '{{count}} more',
  'tree.more_other': '{{count}} more',
} as const;
