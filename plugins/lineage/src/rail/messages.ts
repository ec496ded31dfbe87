/** What part of the graph is shown. */
export const railMessages = {
  'rail.label': 'What is shown',
  'rail.range': 'How far',
  'rail.direction': 'Direction',
  'rail.directions.both': 'Both ways',
  'rail.directions.upstream': 'What it is made from',
  'rail.directions.downstream': 'What it goes into',
  'rail.upstreamDepth': 'Upstream',
  'rail.downstreamDepth': 'Downstream',
  'rail.hops_one': '{{count}} step',
  'rail.hops_other': '{{count}} steps',
  'rail.kinds': 'Kinds',
  'rail.owners': 'Owners',
  'rail.systems': 'Systems',
  'rail.noSystem': 'in no system',
  'rail.stages': 'Stages',
  'rail.noStage': 'without a stage',
  'rail.more_one': '{{count}} more',
  'rail.more_other': '{{count}} more',
  'rail.fewer': 'Fewer',
  'rail.all': 'Bring out all',
  'rail.lines': 'Lines',
  'rail.parallel':
    'What is declared is not drawn where jobs were observed that do the same; the table lists it.',
} as const;

/** The search inside the graph. */
export const searchMessages = {
  'search.label': 'Search in this graph',
  'search.hits_zero': 'Nothing found',
  'search.hits_one': '{{count}} found',
  'search.hits_other': '{{count}} found',
  'search.hit': '{{at}} of {{total}}: {{title}}',
  'search.previous': 'Previous hit',
  'search.next': 'Next hit',
} as const;
