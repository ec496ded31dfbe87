/**
 * Personal-data flags of a field. An empty list says that somebody looked and
 * found none; no list says nothing.
 *
 * @public
 */
export const personalDataFlags = [
  'direct',
  'indirect',
  'special-category',
  'children',
  'location',
] as const;

/**
 * What a physical dataset is to its logical one.
 *
 * @public
 */
export const physicalRoles = ['offline', 'online', 'stream', 'source'] as const;
