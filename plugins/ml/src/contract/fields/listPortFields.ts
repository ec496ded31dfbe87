import { Field, FieldType, Port } from '@understudy/contracts';

/** A field at any depth of a port. */
export interface PortField {
  /** Tells the fields of one contract apart. */
  key: string;
  port: string;
  /** As a person writes it: `address.street`, `tags[].name`. */
  path: string;
  field: Field;
  /** Keys of the fields that it is in, outermost first. */
  parents: string[];
  /** Whether there are fields in it. */
  nested: boolean;
}

// Types can refer to each other and so unfold without end.
const DEEPEST = 8;
const MOST = 10_000;

/** All fields of the ports, each followed by those in it. At most 10,000. */
export function listPortFields(ports: readonly Port[]): PortField[] {
  const found: PortField[] = [];
  ports.forEach((port, index) =>
    listIn(port.schema, '', [], { port, start: String(index), found }),
  );
  return found;
}

interface Walk {
  port: Port;
  /** Start of the keys. */
  start: string;
  found: PortField[];
}

function listIn(
  type: FieldType,
  path: string,
  parents: string[],
  walk: Walk,
): void {
  if (parents.length >= DEEPEST) {
    return;
  }
  switch (type.kind) {
    case 'object':
      type.fields.forEach(field => addField(field, path, parents, walk));
      break;
    case 'array':
      listIn(type.items, `${path}[]`, parents, walk);
      type.tuple?.forEach((item, index) =>
        listIn(item, `${path}[${index}]`, parents, walk),
      );
      break;
    case 'map':
      listIn(type.values, `${path}{}`, parents, walk);
      break;
    case 'union':
      type.of.forEach(branch => listIn(branch, path, parents, walk));
      break;
    case 'ref': {
      const meant = typeNamed(type.name, walk.port);
      // A name that leads to nothing but names would never end.
      if (meant && meant.kind !== 'ref') {
        listIn(meant, path, parents, walk);
      }
      break;
    }
    default:
  }
}

function addField(
  field: Field,
  path: string,
  parents: string[],
  walk: Walk,
): void {
  const { port, start, found } = walk;
  if (found.length >= MOST) {
    return;
  }
  const name = typeof field.name === 'number' ? `#${field.name}` : field.name;
  const own: PortField = {
    key: `${start}/${found.length}`,
    port: port.name,
    path: path ? `${path}.${name}` : name,
    field,
    parents,
    nested: false,
  };
  found.push(own);
  const before = found.length;
  listIn(field.type, own.path, [...parents, own.key], walk);
  own.nested = found.length > before;
}

function typeNamed(name: string, port: Port): FieldType | undefined {
  return port.definitions?.find(each => each.name === name)?.type;
}
