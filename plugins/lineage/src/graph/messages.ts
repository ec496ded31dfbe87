/** The picture. */
export const graphMessages = {
  title: 'Lineage of {{title}}',
  role: 'graph',
  help: 'Arrow keys walk along the connections, Enter opens what is chosen, Shift with an arrow shows what is hidden on that side, Home goes back to the start. Slash searches, T shows the same as a table, Escape closes.',
  restricted: 'not visible',
  controls: 'Picture',
  zoomIn: 'Larger',
  zoomOut: 'Smaller',
  fit: 'Show all',
  toRoot: 'Back to the start',
  tidy: 'Arrange anew',
  lifecycle: 'stage: {{lifecycle}}',
  expand: {
    upstream_one: 'Show {{count}} more that {{title}} is made from',
    upstream_other: 'Show {{count}} more that {{title}} is made from',
    downstream_one: 'Show {{count}} more that {{title}} goes into',
    downstream_other: 'Show {{count}} more that {{title}} goes into',
  },
  group: {
    more: '{{amount}} more {{kind}}',
    folded: '{{amount}} folded away',
    behind: 'and {{amount}} behind',
    label: {
      upstream: '{{title}}, which {{parent}} is made from. Enter shows them.',
      downstream: '{{title}}, which {{parent}} goes into. Enter shows them.',
    },
  },
  label: {
    owner: 'owned by {{owner}}',
    quality: '{{passed}} of {{total}} quality checks passed',
    dropped: 'dropped',
    environments: 'observed in {{names}}',
    around: '{{into}} in, {{out}} out',
    hiddenUpstream: '{{amount}} more upstream',
    hiddenDownstream: '{{amount}} more downstream',
  },
} as const;

/** How a connection is known. */
export const originMessages = {
  observed: 'observed in runs',
  declared: 'declared',
  both: 'observed and declared',
  restricted: 'through something not visible to you',
} as const;

/** Connections in words. */
export const edgeMessages = {
  title: {
    upstream: 'Made from ({{amount}})',
    downstream: 'Goes into ({{amount}})',
  },
  parallel: 'not drawn, as the way through jobs says it',
  via_one: 'via {{count}} not shown',
  via_other: 'via {{count}} not shown',
  more_one: 'Show {{count}} more',
  more_other: 'Show {{count}} more',
} as const;
