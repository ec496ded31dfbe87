/** What part of the graph is shown. */
export const railMessages = {
  label: 'What is shown',
  range: 'How far',
  direction: 'Direction',
  directions: {
    both: 'Both ways',
    upstream: 'What it is made from',
    downstream: 'What it goes into',
  },
  upstreamDepth: 'Upstream',
  downstreamDepth: 'Downstream',
  hops_one: '{{count}} step',
  hops_other: '{{count}} steps',
  kinds: 'Kinds',
  owners: 'Owners',
  systems: 'Systems',
  noSystem: 'in no system',
  stages: 'Stages',
  noStage: 'without a stage',
  more_one: '{{count}} more',
  more_other: '{{count}} more',
  fewer: 'Fewer',
  all: 'Bring out all',
  lines: 'Lines',
  parallel:
    'What is declared is not drawn where jobs were observed that do the same; the table lists it.',
} as const;

/** The search inside the graph. */
export const searchMessages = {
  label: 'Search in this graph',
  hits_zero: 'Nothing found',
  hits_one: '{{count}} found',
  hits_other: '{{count}} found',
  hit: '{{at}} of {{total}}: {{title}}',
  previous: 'Previous hit',
  next: 'Next hit',
} as const;
