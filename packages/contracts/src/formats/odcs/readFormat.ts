import { FieldConstraints } from '../../fields/Field';
import { FormatWalk } from '../FormatWalk';
import { own, ParsedObject, quote } from '../importing/values';
import { pointerTo } from '../pointers';
import { LogicalType, NUMBER_FORMATS } from './logicalTypes';
import { readScalarType } from './readScalarType';
import { isFilledText } from './tolerant';

/** The option `format` where it is a constraint, and not what makes the type. */
export function readFormat(
  logical: LogicalType,
  options: ParsedObject,
  pointer: string,
  walk: FormatWalk,
): FieldConstraints {
  const format = own(options, 'format');
  if (!isFilledText(format)) {
    return {};
  }
  const type = readScalarType(logical, options, undefined);
  if (logical === 'string') {
    return type?.type === 'string' ? { format } : {};
  }
  if (
    (logical === 'integer' || logical === 'number') &&
    !NUMBER_FORMATS.has(format)
  ) {
    walk.note(
      pointerTo(pointer, 'format'),
      'OPTION_NOT_HELD',
      `There is no format ${quote(format)} of numbers: it is kept for ODCS only.`,
    );
  }
  return {};
}
