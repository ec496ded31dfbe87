import { FieldType } from '../../fields/FieldType';
import { Json } from '../../fields/json';
import { FormatWalk } from '../FormatWalk';

/** A default belongs to the first branch before Avro 1.12, so null stands first unless something else is the default. */
export function withNullBranch(schema: Json, byDefault?: Json): Json {
  const branches = (Array.isArray(schema) ? schema : [schema]).filter(
    branch => branch !== 'null',
  );
  return byDefault === undefined || byDefault === null
    ? ['null', ...branches]
    : [...branches, 'null'];
}

/** Notes what makes a union another one when it is read again. */
export function noteUnion(
  of: readonly FieldType[],
  pointer: string,
  walk: FormatWalk,
): void {
  const nulls = of.filter(({ kind }) => kind === 'null').length;
  // At the root there is no field that could be nullable.
  const nullIsHeld =
    nulls === 0 || (pointer === '/schema' && of[0].kind === 'null');
  const isNothing = of.some(({ kind }) => kind === 'never');
  if (of.length === 1 || of.length === nulls || !nullIsHeld || isNothing) {
    walk.note(
      pointer,
      'UNION_NOT_HELD',
      'A union of one type is that type in Avro, one with null is a type that may be null, and one with nothing lacks it.',
    );
  }
  if (of.some(({ kind }) => kind === 'union')) {
    walk.note(
      pointer,
      'UNION_NOT_HELD',
      'A union of Avro contains no union: all branches are written as those of one.',
    );
  }
}
