import { FieldType } from '../fields/FieldType';

/** A type in a few words, for messages. */
export function describeType(type: FieldType): string {
  switch (type.kind) {
    case 'scalar':
      return describeScalar(type);
    case 'tensor':
      return `tensor of ${type.dtype} ${describeShape(type.shape)}`;
    case 'vector':
      return type.length === undefined
        ? `vector of ${type.dtype}`
        : `vector of ${type.length} ${type.dtype}`;
    case 'array':
      return `${type.unique ? 'set' : 'array'} of ${describePart(type.items)}`;
    case 'map':
      return `map of ${type.keys} to ${describePart(type.values)}`;
    case 'object':
      return type.name ? `object ${type.name}` : 'object';
    case 'enum':
      return `enum of ${type.symbols.length} values`;
    case 'union':
      return `one of ${type.of.map(describePart).join(', ')}`;
    case 'ref':
      return type.name;
    case 'opaque':
      return `${type.format} type ${type.hash}`;
    default:
      return type.kind;
  }
}

/** Parts of parts are left to the reader of the contract. */
function describePart(type: FieldType): string {
  return type.kind === 'scalar' ? describeScalar(type) : type.kind;
}

function describeScalar(type: FieldType & { kind: 'scalar' }): string {
  if (type.type === 'decimal' && type.precision !== undefined) {
    return `decimal(${type.precision},${type.scale ?? 0})`;
  }
  if (type.fixedSize !== undefined) {
    return `${type.type}(${type.fixedSize})`;
  }
  return type.timeUnit ? `${type.type}(${type.timeUnit})` : type.type;
}

/** A shape as people write it, with `?` for a size that varies. */
export function describeShape(
  shape: readonly (number | string | null)[] | null,
): string {
  return shape ? `[${shape.map(size => size ?? '?').join(', ')}]` : '[...]';
}
