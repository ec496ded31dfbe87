import { Port } from '../contract/Contract';
import { Field } from '../fields/Field';
import { FieldType } from '../fields/FieldType';

/** A type that stands in another, and its JSON Pointer. */
interface Placed {
  type: FieldType;
  pointer: string;
}

/** Visits each type that a port spells out, references not followed. */
export function walkTypes(
  port: Port,
  pointer: string,
  visit: (type: FieldType, pointer: string) => void,
): void {
  const open: Placed[] = [
    ...(port.definitions ?? [])
      .map(({ type }, index) => ({
        type,
        pointer: `${pointer}/definitions/${index}/type`,
      }))
      .reverse(),
    { type: port.schema, pointer: `${pointer}/schema` },
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    visit(next.type, next.pointer);
    open.push(...partsOf(next).reverse());
  }
}

/** Visits each field of a port, with the object that it is in. */
export function walkFields(
  port: Port,
  pointer: string,
  visit: (field: Field, pointer: string, parent: FieldType) => void,
): void {
  walkTypes(port, pointer, (type, place) => {
    if (type.kind === 'object') {
      type.fields.forEach((field, index) =>
        visit(field, `${place}/fields/${index}`, type),
      );
    }
  });
}

function partsOf({ type, pointer }: Placed): Placed[] {
  switch (type.kind) {
    case 'object':
      return type.fields.map((field, index) => ({
        type: field.type,
        pointer: `${pointer}/fields/${index}/type`,
      }));
    case 'array':
      return [
        { type: type.items, pointer: `${pointer}/items` },
        ...(type.tuple ?? []).map((item, index) => ({
          type: item,
          pointer: `${pointer}/tuple/${index}`,
        })),
      ];
    case 'map':
      return [{ type: type.values, pointer: `${pointer}/values` }];
    case 'union':
      return type.of.map((branch, index) => ({
        type: branch,
        pointer: `${pointer}/of/${index}`,
      }));
    default:
      return [];
  }
}
