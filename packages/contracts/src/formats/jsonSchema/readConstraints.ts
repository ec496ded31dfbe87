import { FieldConstraints } from '../../fields/Field';
import {
  own,
  ParsedObject,
  readCount,
  readNumber,
  readString,
} from '../importing/values';
import { pointerTo } from '../pointers';

type Read = (value: unknown, pointer: string) => number | string;

const KEYWORDS: readonly [string, keyof FieldConstraints, Read][] = [
  ['minimum', 'min', readNumber],
  ['maximum', 'max', readNumber],
  ['exclusiveMinimum', 'exclusiveMin', readNumber],
  ['exclusiveMaximum', 'exclusiveMax', readNumber],
  ['multipleOf', 'multipleOf', readNumber],
  ['minLength', 'minLength', readCount],
  ['maxLength', 'maxLength', readCount],
  ['pattern', 'pattern', readString],
  ['format', 'format', readString],
];

export function readConstraints(
  schema: ParsedObject,
  pointer: string,
): FieldConstraints {
  return Object.fromEntries(
    KEYWORDS.flatMap(([keyword, name, read]) => {
      const value = own(schema, keyword);
      return value === undefined
        ? []
        : [[name, read(value, pointerTo(pointer, keyword))]];
    }),
  );
}
