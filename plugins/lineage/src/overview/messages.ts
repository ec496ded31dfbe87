/** The map of everything around something. */
export const mapMessages = {
  'map.title': 'Map of everything around {{title}}',
  'map.role': 'map',
  'map.help':
    'Arrow keys move to the nearest thing in that direction, Enter opens the graph of what is chosen, Home goes to the start, plus, minus and 0 zoom. The same is listed beside it.',
  'map.loading': 'Reading the map',
  'map.arranging': 'Arranging the map',
  'map.failed': 'The map could not be read',
  'map.stale': 'The map could not be read again; you see the one before',
  'map.ownersFailed': 'Names and owners could not be read: {{message}}',
  'map.noCanvas':
    'This browser cannot draw the map. What is on it is listed beside it.',
  'map.empty': 'Nothing is on the map but the start',
  'map.emptyWhy':
    'With this direction and these kinds nothing is connected to it that you may see.',
  'map.truncated': 'The map holds the nearest {{amount}}; there is more.',
  'map.showMore': 'Show up to {{amount}}',
  'map.incomplete': 'Part of it is not visible to you and left out.',
  'map.controls': 'Map',
  'map.columns.root': 'start',
  'map.columns.upstream': '−{{amount}}',
  'map.columns.downstream': '+{{amount}}',
  'map.beside': 'What is on the map',
  'map.search': 'Search on the map',
  'map.colorBy': 'Colour by',
  'map.colors.kind': 'Kind',
  'map.colors.owner': 'Owner',
  'map.unknownOwner': 'not looked up yet',
  'map.ownersOf':
    'Owners of up to {{amount}} things in view, those nearest to the start. Come closer to see more.',
  'map.chosen': 'Chosen',
  'map.nothingChosen':
    'Choose a thing on the map, by mouse or with the arrow keys, to see what it is.',
  'map.open': 'Open its graph',
  'map.openRoot': 'Back to the graph',
  'map.summary': 'By distance and kind',
  'map.distance': 'Distance',
  'map.kind': 'Kind',
  'map.count': 'Number',
  'map.total': 'All',
  'map.names': 'The nearest {{amount}} by name',
} as const;
