import { findBrokenText } from '../../canonical/findUnheld';
import { Field } from '../../fields/Field';
import { FieldType } from '../../fields/FieldType';
import { FormatWalk } from '../FormatWalk';
import { refuseUnheld } from '../importing/refuseUnheld';
import { unionOf } from '../importing/unions';
import {
  own,
  ParsedObject,
  quote,
  readArray,
  readObject,
  readString,
} from '../importing/values';
import { ImportedPort, ImportedPortOptions } from '../LossNote';
import { pointerTo } from '../pointers';
import { readTypeString } from './readTypeString';
import { SqlType } from './SqlTypeParser';

/**
 * Reads the facet `schema` of a dataset in OpenLineage, parsed from its JSON.
 * Types are the ones that the system of the dataset writes; names that are not
 * known become opaque with a note. Compare what it gives under the profile `sql`.
 *
 * A facet does not say whether columns may be null: they may, unless the type says `not null`.
 *
 * @throws {@link ContractFormatError} for what is no such facet, for types
 * nested deeper than 64 levels and for more than 5,000 fields.
 *
 * @public
 */
export function importOpenLineageSchema(
  facet: unknown,
  options: ImportedPortOptions = {},
): ImportedPort {
  refuseUnheld(findBrokenText(facet));
  const walk = new FormatWalk();
  const fields = readFields(
    own(readObject(facet, ''), 'fields'),
    '/fields',
    walk,
  );
  return {
    port: {
      name: options.name ?? 'data',
      direction: options.direction ?? 'out',
      schema: { kind: 'object', fields, unknown: 'ignore' },
      ordering: 'named',
    },
    lossy: walk.lossy,
  };
}

function readFields(
  value: unknown,
  pointer: string,
  walk: FormatWalk,
): Field[] {
  const fields = new Map<string, Field>();
  readArray(value, pointer).forEach((item, index) => {
    const at = pointerTo(pointer, index);
    const spec = readObject(item, at);
    const name = readString(own(spec, 'name'), pointerTo(at, 'name'));
    if (fields.has(name)) {
      walk.note(
        at,
        'DUPLICATE_NAME',
        `The name ${quote(name)} was there before; this field is left out.`,
      );
      return;
    }
    walk.countField(at, name);
    const description = own(spec, 'description');
    fields.set(name, {
      name,
      required: true,
      ...readType(spec, at, walk),
      ...(typeof description === 'string' &&
        description !== '' && { description }),
    });
  });
  return [...fields.values()];
}

function readType(
  spec: ParsedObject,
  pointer: string,
  walk: FormatWalk,
): SqlType {
  const place = pointerTo(pointer, 'type');
  const type = own(spec, 'type');
  const text =
    type === undefined || type === null ? '' : readString(type, place);
  const nested = own(spec, 'fields');
  if (Array.isArray(nested) && nested.length > 0) {
    return walk.deeper(pointer, () => ({
      type: readNested(
        text,
        readFields(nested, pointerTo(pointer, 'fields'), walk),
        pointer,
        walk,
      ),
      nullable: true,
    }));
  }
  if (text.trim() === '') {
    walk.note(pointer, 'TYPE_MISSING', 'The field has no type.');
    return { type: { kind: 'any' }, nullable: true };
  }
  return readTypeString(text, place, walk);
}

/** OpenLineage spells the parts of arrays, maps and unions as fields with names of its own. */
function readNested(
  text: string,
  fields: Field[],
  pointer: string,
  walk: FormatWalk,
): FieldType {
  const [name] = /^\w*/.exec(text.trim().toLowerCase()) ?? [''];
  const part = (wanted: string) => fields.find(field => field.name === wanted);
  const object: FieldType = { kind: 'object', fields, unknown: 'ignore' };
  switch (name) {
    case 'array':
    case 'list':
      return {
        kind: 'array',
        items: part('_element')?.type ?? object,
        nullableItems: true,
      };
    case 'map': {
      const key = part('key')?.type;
      const value = part('value');
      if (key?.kind === 'scalar' && value) {
        return {
          kind: 'map',
          keys: key.type,
          values: value.type,
          ...(value.nullable && { nullableValues: true }),
        };
      }
      break;
    }
    case 'union':
      return unionOf(fields).type;
    case '':
    case 'struct':
    case 'record':
    case 'row':
    case 'object':
      return object;
    default:
  }
  walk.note(
    pointer,
    'READ_AS_OBJECT',
    `The type ${quote(text)} has fields, and is read as an object.`,
  );
  return object;
}
