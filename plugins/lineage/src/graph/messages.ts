/** The picture. */
export const graphMessages = {
  'graph.title': 'Lineage of {{title}}',
  'graph.role': 'graph',
  'graph.help':
    'Arrow keys walk along the connections, Enter opens what is chosen, Shift with an arrow shows what is hidden on that side, Home goes back to the start. Slash searches, T shows the same as a table, Escape closes.',
  'graph.restricted': 'not visible',
  'graph.controls': 'Picture',
  'graph.zoomIn': 'Larger',
  'graph.zoomOut': 'Smaller',
  'graph.fit': 'Show all',
  'graph.toRoot': 'Back to the start',
  'graph.tidy': 'Arrange anew',
  'graph.lifecycle': 'stage: {{lifecycle}}',
  'graph.expand.upstream_one':
    'Show {{count}} more that {{title}} is made from',
  'graph.expand.upstream_other':
    'Show {{count}} more that {{title}} is made from',
  'graph.expand.downstream_one': 'Show {{count}} more that {{title}} goes into',
  'graph.expand.downstream_other':
    'Show {{count}} more that {{title}} goes into',
  'graph.group.more': '{{amount}} more {{kind}}',
  'graph.group.folded': '{{amount}} folded away',
  'graph.group.behind': 'and {{amount}} behind',
  'graph.group.label.upstream':
    '{{title}}, which {{parent}} is made from. Enter shows them.',
  'graph.group.label.downstream':
    '{{title}}, which {{parent}} goes into. Enter shows them.',
  'graph.label.owner': 'owned by {{owner}}',
  'graph.label.quality': '{{passed}} of {{total}} quality checks passed',
  'graph.label.dropped': 'dropped',
  'graph.label.environments': 'observed in {{names}}',
  'graph.label.around': '{{into}} in, {{out}} out',
  'graph.label.hiddenUpstream': '{{amount}} more upstream',
  'graph.label.hiddenDownstream': '{{amount}} more downstream',
} as const;

/** How a connection is known. */
export const originMessages = {
  'origin.observed': 'observed in runs',
  'origin.declared': 'declared',
  'origin.both': 'observed and declared',
  'origin.restricted': 'through something not visible to you',
} as const;

/** Connections in words. */
export const edgeMessages = {
  'edge.title.upstream': 'Made from ({{amount}})',
  'edge.title.downstream': 'Goes into ({{amount}})',
  'edge.parallel': 'not drawn, as the way through jobs says it',
  'edge.version': 'version {{version}}',
  'edge.via_one': 'via {{count}} not shown',
  'edge.via_other': 'via {{count}} not shown',
  'edge.more_one': 'Show {{count}} more',
  'edge.more_other': 'Show {{count}} more',
} as const;
