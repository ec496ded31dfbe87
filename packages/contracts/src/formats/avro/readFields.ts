import { Field } from '../../fields/Field';
import { ContractFormatError } from '../ContractFormatError';
import { FormatWalk } from '../FormatWalk';
import { NullableType } from '../importing/unions';
import {
  own,
  ParsedObject,
  quote,
  readArray,
  readJson,
  readObject,
  readString,
  readStrings,
} from '../importing/values';
import { pointerTo } from '../pointers';
import { checkName } from './names';

type ReadType = (schema: unknown, pointer: string) => NullableType;

/** Reads the fields of a record; the types are left to whoever calls. */
export function readFields(
  record: ParsedObject,
  pointer: string,
  walk: FormatWalk,
  readType: ReadType,
): Field[] {
  const place = pointerTo(pointer, 'fields');
  const seen = new Set<string>();
  return readArray(own(record, 'fields'), place).map((value, index) => {
    const at = pointerTo(place, index);
    walk.countField(at);
    const schema = readObject(value, at);
    const name = readName(schema, at);
    if (seen.has(name)) {
      throw new ContractFormatError(
        at,
        `The record has two fields with the name ${quote(name)}.`,
      );
    }
    seen.add(name);
    return readField(name, schema, at, walk, readType);
  });
}

function readName(schema: ParsedObject, pointer: string): string {
  const place = pointerTo(pointer, 'name');
  return checkName(readString(own(schema, 'name'), place), place);
}

function readField(
  name: string,
  schema: ParsedObject,
  pointer: string,
  walk: FormatWalk,
  readType: ReadType,
): Field {
  const { type, nullable } = readType(
    own(schema, 'type'),
    pointerTo(pointer, 'type'),
  );
  const aliases = own(schema, 'aliases');
  const doc = own(schema, 'doc');
  return {
    name,
    ...(aliases !== undefined && {
      aliases: readStrings(aliases, pointerTo(pointer, 'aliases')).map(alias =>
        checkName(alias, pointerTo(pointer, 'aliases')),
      ),
    }),
    type,
    required: true,
    nullable,
    ...readDefault(schema, pointer, walk),
    ...(typeof doc === 'string' && { description: doc }),
  };
}

function readDefault(
  schema: ParsedObject,
  pointer: string,
  walk: FormatWalk,
): Pick<Field, 'default'> {
  const place = pointerTo(pointer, 'default');
  const value = own(schema, 'default');
  if (value === undefined) {
    return {};
  }
  const type = own(schema, 'type');
  if (Array.isArray(type) && (value === null) !== (type[0] === 'null')) {
    walk.note(
      place,
      'DEFAULT_OF_OTHER_BRANCH',
      'The default is not of the first branch of the union; before Avro 1.12 readers refuse it.',
    );
  }
  return { default: walk.placeDefault(readJson(value, place), place) };
}
