/** The picture as a file. */
export const pictureMessages = {
  'picture.save': 'Save picture',
  'picture.svg': 'SVG, of any size',
  'picture.png': 'PNG',
  'picture.failed': 'The picture could not be saved: {{message}}',
  'picture.reduced':
    'The picture is too large for a PNG, so it was made smaller, to {{percent}} %. An SVG has every detail.',
  'picture.close': 'Close',
  'picture.fileName': 'lineage-{{name}}.{{type}}',
  'picture.root': 'Start: {{root}}',
  'picture.environment': 'Environment: {{name}}',
  'picture.everyEnvironment': 'All environments',
  'picture.asOf': 'Connections as they were on {{time}}',
  'picture.truncated': 'Not everything: only the nearest {{amount}}',
  'picture.restricted':
    'through something not visible to the person who saved this',
  'picture.incomplete':
    'Part of it is not visible to the person who saved this',
  'picture.time': 'Saved on {{time}}',
} as const;
