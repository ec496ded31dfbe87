import { Port } from '../contract/Contract';
import { Field } from '../fields/Field';
import { FieldType } from '../fields/FieldType';
import { fieldPlace, partPlace, Place } from './Place';

/** Somewhere that values of a type stand: a field, the items of an array, a branch of a union. */
export interface Slot {
  type: FieldType;
  nullable: boolean;
  /** Of the type. */
  place: Place;
  /** Of what says whether values may be missing: the field, list or map. */
  owner: Place;
  /** What surrounds the type, where the slot is a field. */
  field?: Field;
}

/** One of the two parties of a reading. */
export interface Side {
  port: Port;
  /** The definitions of the port by name, with their places in the list. */
  definitions: ReadonlyMap<string, { type: FieldType; index: number }>;
}

export function createSide(port: Port): Side {
  return {
    port,
    definitions: new Map(
      (port.definitions ?? []).map(({ name, type }, index) => [
        name,
        { type, index },
      ]),
    ),
  };
}

export function rootSlot(port: Port): Slot {
  const place = { pointer: '/schema', path: '' };
  return { type: port.schema, nullable: false, place, owner: place };
}

export function fieldSlot(object: Slot, field: Field, index: number): Slot {
  const owner = fieldPlace(object.place, index, field.name);
  return {
    type: field.type,
    nullable: field.nullable,
    place: partPlace(owner, 'type'),
    owner,
    field,
  };
}

/** Follows references. What leads nowhere, or in a circle, becomes a type that equals itself only. */
export function resolveSlot(slot: Slot, side: Side): Slot {
  let current = slot;
  for (let hops = 0; current.type.kind === 'ref'; hops++) {
    const { name } = current.type;
    const definition = side.definitions.get(name);
    if (!definition || hops > side.definitions.size) {
      return {
        ...current,
        type: { kind: 'opaque', format: 'ref', hash: name },
      };
    }
    current = {
      ...current,
      type: definition.type,
      place: {
        pointer: `/definitions/${definition.index}/type`,
        path: current.place.path,
      },
    };
  }
  return current;
}

/**
 * The types that a value of the slot may have, unions within unions taken
 * apart, and whether it may be null.
 */
export function branchesOf(
  slot: Slot,
  side: Side,
): { branches: Slot[]; nullable: boolean } {
  const branches: Slot[] = [];
  let nullable = slot.nullable;
  const seen = new Set<FieldType>();
  const open: Slot[] = [slot];
  for (let next = open.shift(); next; next = open.shift()) {
    const branch = resolveSlot(next, side);
    const { type, place } = branch;
    if (type.kind === 'null') {
      nullable = true;
    } else if (type.kind === 'union') {
      // A union can contain itself through a reference, which adds nothing.
      if (!seen.has(type)) {
        seen.add(type);
        open.unshift(
          ...type.of.map((member, index) => ({
            ...branch,
            type: member,
            place: partPlace(place, `of/${index}`),
          })),
        );
      }
    } else {
      nullable ||= type.kind === 'enum' && type.symbols.includes(null);
      branches.push(branch);
    }
  }
  return { branches, nullable };
}
