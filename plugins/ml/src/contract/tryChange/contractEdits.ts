import { Contract, Field, Port } from '@understudy/contracts';

/** One change to the fields that stand directly in a port. */
export type ContractEdit =
  | { type: 'add'; port: string; field: Field }
  | { type: 'remove'; port: string; index: number }
  /** Parts that are undefined are taken away. */
  | { type: 'change'; port: string; index: number; parts: Partial<Field> }
  | { type: 'rename'; port: string; index: number; name: string };

/** The fields that stand directly in a port; undefined where it has none. */
export function fieldsOf(port: Port | undefined): Field[] | undefined {
  return port?.schema.kind === 'object' ? port.schema.fields : undefined;
}

/**
 * The contract with an edit. Fields that the edit is not about stay the same
 * objects. A field that had its name in `base` keeps that name as an alias
 * when it gets another, so that those who send the old one are understood.
 */
export function applyEdit(
  contract: Contract,
  edit: ContractEdit,
  base?: Contract,
): Contract {
  const ports = contract.spec.ports.map(port =>
    port.name === edit.port ? editPort(port, edit, portOf(base, port)) : port,
  );
  return { ...contract, spec: { ...contract.spec, ports } };
}

function portOf(contract: Contract | undefined, { name }: Port) {
  return contract?.spec.ports.find(port => port.name === name);
}

function editPort(port: Port, edit: ContractEdit, base?: Port): Port {
  const { schema } = port;
  if (schema.kind !== 'object') {
    return port;
  }
  const withFields = (fields: Field[], rest: Partial<Port> = {}): Port => ({
    ...port,
    ...rest,
    schema: { ...schema, fields },
  });
  if (edit.type === 'add') {
    return withFields([...schema.fields, edit.field]);
  }
  const { index } = edit;
  const before = schema.fields[index];
  if (!before) {
    return port;
  }
  switch (edit.type) {
    case 'remove':
      return withFields(
        schema.fields.filter(field => field !== before),
        namedIn(port, names => names.filter(name => name !== before.name)),
      );
    case 'change':
      return withFields(
        replaceAt(schema.fields, index, withParts(before, edit.parts)),
      );
    default:
      return withFields(
        replaceAt(schema.fields, index, renamed(before, edit.name, base)),
        namedIn(port, names =>
          names.map(name => (name === before.name ? edit.name : name)),
        ),
      );
  }
}

function withParts(field: Field, parts: Partial<Field>): Field {
  const next = { ...field, ...parts };
  for (const key of Object.keys(parts) as (keyof Field)[]) {
    if (parts[key] === undefined) {
      delete next[key];
    }
  }
  return next;
}

function renamed(field: Field, name: string, base?: Port): Field {
  const known = fieldsOf(base)?.some(each => each.name === field.name);
  const aliases = (field.aliases ?? []).filter(alias => alias !== name);
  const old = String(field.name);
  if (known && old !== name && !aliases.includes(old)) {
    aliases.push(old);
  }
  return withParts(field, {
    name,
    aliases: aliases.length > 0 ? aliases : undefined,
  });
}

/** The lists of a port that name its fields, where there are any. */
function namedIn(
  { key, partitionedBy }: Port,
  change: (names: string[]) => string[],
): Partial<Port> {
  return {
    ...(key && { key: change(key) }),
    ...(partitionedBy && { partitionedBy: change(partitionedBy) }),
  };
}

function replaceAt<T>(list: readonly T[], index: number, value: T): T[] {
  return list.map((each, place) => (place === index ? value : each));
}
