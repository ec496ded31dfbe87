/** Keys of a property that a field of a contract holds. */
export const PROPERTY_KEYS: readonly string[] = [
  ...['id', 'name', 'description', 'tags', 'classification'],
  ...['criticalDataElement', 'required', 'unique', 'logicalType'],
  ...['logicalTypeOptions', 'physicalType', 'items'],
];

/** Parts of a field that a property holds. */
export const FIELD_KEYS: readonly string[] = [
  ...['id', 'name', 'description', 'tags', 'classification', 'critical'],
  ...['type', 'required', 'nullable', 'constraints'],
];

/** Keys by which a property says that it is part of a key of its object. */
export const PLACE_KEYS = {
  key: { flag: 'primaryKey', position: 'primaryKeyPosition' },
  partitionedBy: { flag: 'partitioned', position: 'partitionKeyPosition' },
} as const;
