import {
  anything,
  Check,
  checkThat,
  count,
  flag,
  isNumber,
  listOf,
  name,
  number,
  oneOf,
  positive,
  shape,
  text,
  textMap,
} from './checks';
import { day, deprecatedSince } from './formats';
import { isRecord, Problems } from './Problems';

const fieldName = checkThat(
  'a name, or the number of a column without one',
  value =>
    (typeof value === 'string' && value !== '') ||
    (Number.isInteger(value) && (value as number) >= 0),
);

const constraintsShape = shape(
  {},
  {
    min: number,
    max: number,
    exclusiveMin: number,
    exclusiveMax: number,
    multipleOf: positive,
    minLength: count,
    maxLength: count,
    pattern: text,
    format: name,
    unique: flag,
  },
);

const constraints: Check = (value, pointer, problems) => {
  constraintsShape(value, pointer, problems);
  if (isRecord(value)) {
    checkBounds(value, pointer, problems);
  }
};

/** Bounds that leave no value. */
function checkBounds(
  value: Record<string, unknown>,
  pointer: string,
  problems: Problems,
): void {
  for (const [low, high, open] of [
    ['min', 'max', false],
    ['min', 'exclusiveMax', true],
    ['exclusiveMin', 'max', true],
    ['exclusiveMin', 'exclusiveMax', true],
    ['minLength', 'maxLength', false],
  ] as const) {
    const from = value[low];
    const to = value[high];
    if (
      isNumber(from) &&
      isNumber(to) &&
      (from > to || (open && from === to))
    ) {
      problems.add(
        `${pointer}/${low}`,
        `Leaves no value: ${low} is ${from} and ${high} is ${to}`,
      );
    }
  }
}

const qualityShape = shape(
  {
    id: name,
    metric: oneOf(
      'nullValues',
      'missingValues',
      'invalidValues',
      'duplicateValues',
      'rowCount',
      'sql',
      'custom',
      'text',
    ),
  },
  {
    dimension: oneOf(
      'accuracy',
      'completeness',
      'conformity',
      'consistency',
      'coverage',
      'timeliness',
      'uniqueness',
    ),
    op: oneOf('=', '!=', '>', '>=', '<', '<=', 'between', 'notBetween'),
    value: checkThat(
      'a number or two',
      value =>
        isNumber(value) ||
        (Array.isArray(value) && value.length === 2 && value.every(isNumber)),
    ),
    unit: oneOf('rows', 'percent'),
    severity: oneOf('error', 'warning', 'info'),
    query: text,
    engine: text,
    implementation: text,
    schedule: text,
  },
);

export const quality = listOf(qualityShape);

/** Checks a field, its type by the given check. */
export function checkField(type: Check): Check {
  return shape(
    { name: fieldName, type, required: flag, nullable: flag },
    {
      id: name,
      aliases: listOf(name),
      default: shape({ value: anything }),
      constraints,
      unit: name,
      normalisation: shape(
        { method: oneOf('none', 'zscore', 'minmax', 'log', 'custom') },
        { ref: name },
      ),
      semanticType: name,
      labelMap: textMap,
      role: oneOf(
        'entityKey',
        'eventTime',
        'createdTime',
        'feature',
        'label',
        'prediction',
        'score',
        'explanation',
        'metadata',
      ),
      classification: oneOf('public', 'internal', 'confidential', 'restricted'),
      personalData: listOf(name),
      description: text,
      tags: listOf(name),
      critical: flag,
      transform: shape({}, { ref: name, hash: name }),
      deprecated: shape(
        { since: deprecatedSince },
        { removeAfter: day, replacement: name, reason: text },
      ),
      quality,
    },
  );
}
