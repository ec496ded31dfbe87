/** The picture as a file. */
export const pictureMessages = {
  save: 'Save picture',
  svg: 'SVG, of any size',
  png: 'PNG',
  failed: 'The picture could not be saved: {{message}}',
  reduced:
    'The picture is too large for a PNG, so it was made smaller, to {{percent}} %. An SVG has every detail.',
  close: 'Close',
  fileName: 'lineage-{{name}}.{{type}}',
  root: 'Start: {{root}}',
  environment: 'Environment: {{name}}',
  everyEnvironment: 'All environments',
  asOf: 'Connections as they were on {{time}}',
  truncated: 'Not everything: only the nearest {{amount}}',
  restricted: 'through something not visible to the person who saved this',
  incomplete: 'Part of it is not visible to the person who saved this',
  time: 'Saved on {{time}}',
} as const;
