import { ScalarFieldType } from '../../fields/FieldType';
import { own, ParsedObject } from '../importing/values';
import { SqlType } from '../openLineage/SqlTypeParser';
import {
  LogicalType,
  NUMBER_FORMATS,
  PLAIN_TYPES,
  REFINEMENTS,
  TEXT_FORMATS,
} from './logicalTypes';

/** The type of a logical one: what its format says, else what the column is, else what is usual. */
export function readScalarType(
  logical: LogicalType,
  options: ParsedObject,
  physical: SqlType | undefined,
): ScalarFieldType | undefined {
  const usual = PLAIN_TYPES[logical];
  if (usual === undefined) {
    return undefined;
  }
  const format = own(options, 'format');
  const said =
    typeof format === 'string' ? readFormat(logical, format) : undefined;
  if (said) {
    return { kind: 'scalar', ...said };
  }
  const refined = refines(logical, physical);
  const type: ScalarFieldType = refined ?? { kind: 'scalar', type: usual };
  const timezone = own(options, 'timezone');
  return logical === 'timestamp' && typeof timezone === 'boolean'
    ? { ...type, type: timezone ? 'timestamptz' : 'timestamp' }
    : type;
}

/** The physical type, when it is one of those that the logical type stands for. */
export function refines(
  logical: LogicalType,
  physical: SqlType | undefined,
): ScalarFieldType | undefined {
  const type = physical?.type;
  return type?.kind === 'scalar' && REFINEMENTS[logical]?.includes(type.type)
    ? type
    : undefined;
}

function readFormat(
  logical: LogicalType,
  format: string,
): Omit<ScalarFieldType, 'kind'> | undefined {
  switch (logical) {
    case 'integer':
    case 'number':
      return NUMBER_FORMATS.get(format);
    case 'string': {
      const type = TEXT_FORMATS.get(format);
      return type && { type };
    }
    default:
      return undefined;
  }
}
