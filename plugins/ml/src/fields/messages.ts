/** Texts about fields, wherever they are listed. */
export const fieldsMessages = {
  title_one: 'Fields ({{count}})',
  title_other: 'Fields ({{count}})',
  label: 'Fields',
  all_one: 'Search the field',
  all_other: 'Search all {{count}} fields',
  range: '{{from}} to {{to}} of {{total}} fields',
  none: 'No fields',
  atLimit:
    'An entity holds at most {{limit}} fields. More may stand in the contract.',
  column: {
    name: 'Field',
    type: 'Type and unit',
    description: 'Description',
    classification: 'Classification',
    personalData: 'Personal data',
    sensitivity: 'How sensitive',
    usedBy: 'Used by models',
  },
  filter: {
    title: 'Filters',
    text: 'Name, text or tag',
    classification: 'Classification',
    mark: 'Show only',
    clear: 'Clear filters',
  },
  mark: {
    personal: 'with personal data',
    notLookedAt: 'not looked at for personal data',
    deprecated: 'deprecated',
    unused: 'read by no model',
  },
  ownedBy: 'Owned by',
  users_one: '{{count}} model',
  users_other: '{{count}} models',
  usersAtLeast_one: 'at least {{count}} model',
  usersAtLeast_other: 'at least {{count}} models',
  noUsers: 'none',
  noUsersKnown: 'none known',
  usersUnknown: 'not known',
  usersReading: 'reading',
  empty: {
    title: 'No fields are stated',
    why: 'Columns with type, unit and what is personal about them would be here. Add spec.fields to the catalog file.',
    filtered: 'No field fits these filters',
    filteredWhy: 'Fields that fit all of the filters would be here.',
  },
} as const;

/** Texts about the end of a field. */
export const deprecationMessages = {
  tag: 'deprecated',
  when: 'Deprecated',
  use: 'Use instead:',
} as const;

/** Texts about personal data. */
export const personalDataMessages = {
  none: 'none',
  unknown: 'not stated',
  noneAtAll: 'no personal data',
  unknownAtAll: 'personal data not stated',
  flag: {
    direct: 'direct',
    indirect: 'indirect',
    'special-category': 'special category',
    children: 'children',
    location: 'location',
  },
  meaning: {
    direct: 'Identifies a person by itself',
    indirect: 'Identifies a person together with other data',
    'special-category': 'What law protects most, such as health',
    children: 'About children',
    location: 'Where a person is or was',
  },
} as const;
