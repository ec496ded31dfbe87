import {
  canRead,
  Contract,
  Field,
  FieldType,
  Port,
} from '@understudy/contracts';

/**
 * A declared contract as it would be if it said what was observed, and nothing
 * where it is not clear which of its ports the data is. Tables tell names and
 * types of columns. What they cannot tell is taken from the declared contract:
 * whether a column may be null, which values it takes, what it means. More
 * columns than were promised break nobody, so they are left out; and a type
 * that readers of the promised one can read is no difference.
 *
 * @param table - the observed name, which tells several ports apart.
 */
export function alignObserved(
  observed: Port,
  declared: Contract,
  table: string,
): Contract | undefined {
  const target = portOf(declared, table);
  if (target?.schema.kind !== 'object' || observed.schema.kind !== 'object') {
    return undefined;
  }
  const aligned: Port = {
    ...target,
    schema: alignObject(target.schema, observed.schema),
  };
  return {
    ...declared,
    spec: {
      ...declared.spec,
      ports: declared.spec.ports.map(port =>
        port === target ? aligned : port,
      ),
    },
  };
}

function portOf(declared: Contract, table: string): Port | undefined {
  const outs = declared.spec.ports.filter(
    ({ direction }) => direction === 'out',
  );
  const last = table.split(/[./]/).at(-1) ?? '';
  return outs.length === 1
    ? outs[0]
    : outs.find(({ name }) => sameName(name, last));
}

type ObjectType = Extract<FieldType, { kind: 'object' }>;

function alignObject(declared: ObjectType, observed: ObjectType): ObjectType {
  return {
    ...declared,
    fields: declared.fields.flatMap(field => {
      const match = findField(observed, field);
      return match
        ? [{ ...field, type: alignType(field.type, match.type) }]
        : [];
    }),
  };
}

/** Warehouses differ in how they write the case of names. */
function findField(observed: ObjectType, field: Field): Field | undefined {
  const names = [field.name, ...(field.aliases ?? [])].map(String);
  return (
    observed.fields.find(({ name }) => names.includes(String(name))) ??
    observed.fields.find(({ name }) =>
      names.some(other => sameName(String(name), other)),
    )
  );
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function alignType(declared: FieldType, observed: FieldType): FieldType {
  if (declared.kind === 'object' && observed.kind === 'object') {
    return alignObject(declared, observed);
  }
  if (declared.kind === 'array' && observed.kind === 'array') {
    return { ...declared, items: alignType(declared.items, observed.items) };
  }
  if (declared.kind === 'vector' && observed.kind === 'array') {
    // Few systems have embeddings of their own: they are lists of numbers, and
    // tools do not agree on how precise a `float` is.
    const item: FieldType = { kind: 'scalar', type: 'float64' };
    return alignType(item, observed.items) === item ? declared : observed;
  }
  if (declared.kind === 'map' && observed.kind === 'map') {
    return { ...declared, values: alignType(declared.values, observed.values) };
  }
  return isTold(observed) && contradicts(declared, observed)
    ? observed
    : declared;
}

/** Where a source has no word on a type, what was declared is not contradicted. */
function isTold({ kind }: FieldType): boolean {
  return kind !== 'any' && kind !== 'opaque' && kind !== 'null';
}

function contradicts(declared: FieldType, observed: FieldType): boolean {
  const findings = canRead(
    portWith(asColumn(declared)),
    portWith(asColumn(observed)),
    { profile: 'sql' },
  );
  return findings.some(({ severity }) => severity === 'error');
}

/** What a column can tell of a type: not which values it takes, nor what they hold. */
function asColumn(type: FieldType): FieldType {
  switch (type.kind) {
    case 'enum':
      return asColumn({ kind: 'scalar', type: type.base });
    case 'scalar':
      // Of many systems, these have no types of their own.
      return ['uuid', 'json', 'duration'].includes(type.type)
        ? { kind: 'any' }
        : { kind: 'scalar', type: type.type, ...precisionOf(type) };
    default:
      return type;
  }
}

function precisionOf(type: Extract<FieldType, { kind: 'scalar' }>) {
  return {
    ...(type.precision !== undefined && { precision: type.precision }),
    ...(type.scale !== undefined && { scale: type.scale }),
  };
}

function portWith(type: FieldType): Port {
  return {
    name: 'data',
    direction: 'out',
    schema: {
      kind: 'object',
      unknown: 'ignore',
      fields: [{ name: 'value', type, required: true, nullable: false }],
    },
  };
}
