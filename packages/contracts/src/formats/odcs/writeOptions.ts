import { FieldConstraints } from '../../fields/Field';
import { ScalarFieldType } from '../../fields/FieldType';
import { Json } from '../../fields/json';
import { JsonObject } from './Kept';

const CONSTRAINT_OPTIONS: Readonly<
  Partial<Record<keyof FieldConstraints, string>>
> = {
  min: 'minimum',
  max: 'maximum',
  exclusiveMin: 'exclusiveMinimum',
  exclusiveMax: 'exclusiveMaximum',
  multipleOf: 'multipleOf',
  minLength: 'minLength',
  maxLength: 'maxLength',
  pattern: 'pattern',
  format: 'format',
};

const NUMBER_CONSTRAINTS = [
  ...(['min', 'max', 'exclusiveMin', 'exclusiveMax', 'multipleOf'] as const),
] as const;
const TEXT_CONSTRAINTS = [
  ...(['minLength', 'maxLength', 'pattern', 'format'] as const),
] as const;

/** The options that say the constraints of a scalar, and the constraints that have one. */
export function writeOptions(
  constraints: FieldConstraints,
  logicalType: string,
  type: ScalarFieldType,
): { options: JsonObject; held: readonly (keyof FieldConstraints)[] } {
  const held = heldBy(logicalType, type);
  return {
    held,
    options: Object.fromEntries(
      held.flatMap((key): [string, Json][] => {
        const value = constraints[key];
        return value === undefined
          ? []
          : [[CONSTRAINT_OPTIONS[key] ?? key, value]];
      }),
    ),
  };
}

function heldBy(
  logicalType: string,
  type: ScalarFieldType,
): readonly (keyof FieldConstraints)[] {
  if (logicalType === 'number' || logicalType === 'integer') {
    return NUMBER_CONSTRAINTS;
  }
  // Of other texts the format is what makes the type.
  return logicalType === 'string'
    ? TEXT_CONSTRAINTS.filter(key => key !== 'format' || type.type === 'string')
    : [];
}
