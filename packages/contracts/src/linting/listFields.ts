import { Contract, Port } from '../contract/Contract';
import { Field } from '../fields/Field';
import { FieldType } from '../fields/FieldType';
import { fieldPlace, partPlace, Place } from '../reading/Place';

/** A field at any depth of a contract. */
export interface ListedField {
  field: Field;
  port: string;
  /** JSON Pointer into the contract. */
  pointer: string;
  path: string;
  topLevel: boolean;
}

/** Lists each field once, those of definitions under the name of the definition. */
export function listFields(contract: Contract): ListedField[] {
  return contract.spec.ports.flatMap((port, index) =>
    listPort(port, `/spec/ports/${index}`),
  );
}

function listPort(port: Port, pointer: string): ListedField[] {
  const listed: ListedField[] = [];
  const open: { type: FieldType; place: Place; topLevel: boolean }[] = [
    {
      type: port.schema,
      place: { pointer: `${pointer}/schema`, path: '' },
      topLevel: true,
    },
    ...(port.definitions ?? []).map(({ name, type }, index) => ({
      type,
      place: { pointer: `${pointer}/definitions/${index}/type`, path: name },
      topLevel: false,
    })),
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    const { type, place, topLevel } = next;
    if (type.kind === 'object') {
      type.fields.forEach((field, index) => {
        const own = fieldPlace(place, index, field.name);
        listed.push({ field, port: port.name, ...own, topLevel });
        open.push({
          type: field.type,
          place: partPlace(own, 'type'),
          topLevel: false,
        });
      });
    } else {
      open.push(
        ...partsOf(type, place).map(part => ({ ...part, topLevel: false })),
      );
    }
  }
  return listed;
}

function partsOf(
  type: FieldType,
  place: Place,
): { type: FieldType; place: Place }[] {
  switch (type.kind) {
    case 'array':
      return [
        { type: type.items, place: partPlace(place, 'items', '[]') },
        ...(type.tuple ?? []).map((item, index) => ({
          type: item,
          place: partPlace(place, `tuple/${index}`, `[${index}]`),
        })),
      ];
    case 'map':
      return [{ type: type.values, place: partPlace(place, 'values', '{}') }];
    case 'union':
      return type.of.map((branch, index) => ({
        type: branch,
        place: partPlace(place, `of/${index}`),
      }));
    default:
      return [];
  }
}
