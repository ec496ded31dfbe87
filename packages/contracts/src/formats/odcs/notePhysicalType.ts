import { FormatWalk } from '../FormatWalk';
import { quote } from '../importing/values';
import { SqlType } from '../openLineage/SqlTypeParser';
import { pointerTo } from '../pointers';
import { LogicalType } from './logicalTypes';

/** Notes a physical type that says nothing that the logical one leaves open. */
export function notePhysicalType(
  text: string,
  physical: SqlType | undefined,
  logical: LogicalType,
  pointer: string,
  walk: FormatWalk,
): void {
  const place = pointerTo(pointer, 'physicalType');
  if (physical) {
    walk.note(
      place,
      'PHYSICAL_TYPE_DIFFERS',
      `The type ${quote(text)} is no ${logical}, and the logical type is what counts.`,
    );
  } else {
    walk.note(
      place,
      'PHYSICAL_TYPE_UNKNOWN',
      `The type ${quote(text)} is not known: it is kept for ODCS and compared with nothing.`,
    );
  }
}
