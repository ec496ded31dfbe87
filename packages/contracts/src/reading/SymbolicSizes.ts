import { FieldType } from '../fields/FieldType';
import { Side } from './Slot';

type Size = number | string | null;

/**
 * What the named dimensions of a reader stand for. A name is one size in all
 * tensors of the port, so that it is bound where it is met first.
 */
export class SymbolicSizes {
  /** The first dimension is the batch: it varies in each tensor of the writer. */
  readonly writerHasBatch: boolean;
  private readonly bound = new Map<string, Size>();

  constructor(writer: Side) {
    this.writerHasBatch = hasBatch(writer);
  }

  /** `unproven`: two sizes that vary may or may not be the same. */
  bind(name: string, size: Size): 'same' | 'unproven' | { other: Size } {
    const known = this.bound.get(name);
    if (known === undefined) {
      this.bound.set(name, size);
      return 'same';
    }
    if (known !== size) {
      return { other: known };
    }
    return size === null ? 'unproven' : 'same';
  }
}

/** Whether each tensor of a port has a first dimension that varies. */
export function hasBatch(side: Side): boolean {
  let tensors = 0;
  const seen = new Set<FieldType>();
  const open: FieldType[] = [side.port.schema];
  for (let type = open.pop(); type; type = open.pop()) {
    if (seen.has(type)) {
      continue;
    }
    seen.add(type);
    if (type.kind === 'tensor') {
      tensors++;
      if (typeof type.shape?.[0] === 'number' || !type.shape?.length) {
        return false;
      }
    }
    open.push(...partsOf(type, side));
  }
  return tensors > 0;
}

function partsOf(type: FieldType, side: Side): readonly FieldType[] {
  switch (type.kind) {
    case 'object':
      return type.fields.map(field => field.type);
    case 'array':
      return [type.items, ...(type.tuple ?? [])];
    case 'map':
      return [type.values];
    case 'union':
      return type.of;
    case 'ref': {
      const definition = side.definitions.get(type.name);
      return definition ? [definition.type] : [];
    }
    default:
      return [];
  }
}
