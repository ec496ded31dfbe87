/** The map of everything around something. */
export const mapMessages = {
  title: 'Map of everything around {{title}}',
  role: 'map',
  help: 'Arrow keys move to the nearest thing in that direction, Enter opens the graph of what is chosen, Home goes to the start, plus, minus and 0 zoom. The same is listed beside it.',
  loading: 'Reading the map',
  arranging: 'Arranging the map',
  failed: 'The map could not be read',
  stale: 'The map could not be read again; you see the one before',
  ownersFailed: 'Names and owners could not be read: {{message}}',
  noCanvas:
    'This browser cannot draw the map. What is on it is listed beside it.',
  empty: 'Nothing is on the map but the start',
  emptyWhy:
    'With this direction and these kinds nothing is connected to it that you may see.',
  truncated: 'The map holds the nearest {{amount}}; there is more.',
  showMore: 'Show up to {{amount}}',
  incomplete: 'Part of it is not visible to you and left out.',
  controls: 'Map',
  columns: {
    root: 'start',
    upstream: '−{{amount}}',
    downstream: '+{{amount}}',
  },
  beside: 'What is on the map',
  search: 'Search on the map',
  colorBy: 'Colour by',
  colors: {
    kind: 'Kind',
    owner: 'Owner',
  },
  unknownOwner: 'not looked up yet',
  ownersOf:
    'Owners of up to {{amount}} things in view, those nearest to the start. Come closer to see more.',
  chosen: 'Chosen',
  nothingChosen:
    'Choose a thing on the map, by mouse or with the arrow keys, to see what it is.',
  open: 'Open its graph',
  openRoot: 'Back to the graph',
  summary: 'By distance and kind',
  distance: 'Distance',
  kind: 'Kind',
  count: 'Number',
  total: 'All',
  names: 'The nearest {{amount}} by name',
} as const;
