import { FormatWalk } from '../FormatWalk';
import { own, ParsedObject, quote } from '../importing/values';
import { pointerTo } from '../pointers';
import { LOGICAL_TYPES, LogicalType } from './logicalTypes';
import { isFilledText, isList, isObject, member } from './tolerant';

/** What the type is, where the property says it only by what it has. */
export function readLogicalType(
  source: ParsedObject,
  pointer: string,
  walk: FormatWalk,
): LogicalType | undefined {
  const value = member(
    source,
    'logicalType',
    isFilledText,
    `one of ${LOGICAL_TYPES.join(', ')}`,
    pointer,
    walk,
  );
  const known = LOGICAL_TYPES.find(type => type === value);
  if (value !== undefined && known === undefined) {
    walk.note(
      pointerTo(pointer, 'logicalType'),
      'LOGICAL_TYPE_UNKNOWN',
      `There is no logical type ${quote(value)}: ${LOGICAL_TYPES.join(', ')}.`,
    );
  }
  if (known !== undefined) {
    return known;
  }
  if (isList(own(source, 'properties'))) {
    return 'object';
  }
  return isObject(own(source, 'items')) ? 'array' : undefined;
}
