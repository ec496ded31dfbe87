/** A record of Avro. */
export interface AvroRecord {
  type: 'record';
  name: string;
  fields: { name: string; type: string | string[]; default?: unknown }[];
}

/** Two versions of a record, and one that does not fit. */
export interface WideSchemas {
  old: AvroRecord;
  /** Reads what `old` wrote: fields are wider, gone, and new with a default. */
  next: AvroRecord;
  /** Does not: a new field has no default. */
  breaking: AvroRecord;
}

/** Records with so many fields, of which one in ten changes. */
export function wideSchemas(count: number): WideSchemas {
  const record = (fields: AvroRecord['fields']): AvroRecord => ({
    type: 'record',
    name: 'Wide',
    fields,
  });
  const types = ['int', 'string', 'double', ['null', 'string'], 'boolean'];
  const fields = Array.from({ length: count }, (_, index) => ({
    name: `field_${index}`,
    type: types[index % types.length],
  }));
  const next = fields.flatMap((field, index) => {
    if (index % 20 === 0) {
      return [{ ...field, type: 'long' }];
    }
    return index % 20 === 10
      ? [{ name: `${field.name}_instead`, type: 'int', default: 0 }]
      : [field];
  });
  return {
    old: record(fields),
    next: record(next),
    breaking: record([...next, { name: 'demanded', type: 'string' }]),
  };
}
