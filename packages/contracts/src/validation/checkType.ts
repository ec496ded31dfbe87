import { scalarTypes } from '../fields/scalars';
import { maxDepth } from '../reading/Reading';
import { checkField } from './checkField';
import {
  anything,
  Check,
  checkThat,
  count,
  flag,
  listOf,
  name,
  oneOf,
  positive,
  shape,
  text,
} from './checks';
import { describeValue, isRecord, Problems } from './Problems';

const scalar = oneOf(...scalarTypes);

const symbol = checkThat(
  'a text, a number, true, false or null',
  value =>
    value === null || ['string', 'number', 'boolean'].includes(typeof value),
);

const size = checkThat(
  'a whole number from 0, a name, or null',
  value =>
    value === null ||
    (typeof value === 'string' && value !== '') ||
    (Number.isInteger(value) && (value as number) >= 0),
);

const sizes: Check = (value, pointer, problems) => {
  if (value !== null) {
    listOf(size)(value, pointer, problems);
  }
};

const named = { name, aliases: listOf(name) };

/** Types that contain none. */
const leaves: Record<string, Check> = {
  scalar: shape(
    { kind: anything, type: scalar },
    {
      ...named,
      precision: positive,
      scale: count,
      timeUnit: oneOf('s', 'ms', 'us', 'ns'),
      fixedSize: count,
    },
  ),
  tensor: shape(
    { kind: anything, dtype: scalar, shape: sizes },
    { layout: text },
  ),
  vector: shape(
    { kind: anything, dtype: scalar },
    {
      length: positive,
      metric: oneOf('cosine', 'l2', 'ip'),
      spaceId: name,
    },
  ),
  enum: shape(
    { kind: anything, base: scalar, symbols: listOf(symbol) },
    { ...named, ordered: flag, fallback: anything },
  ),
  ref: shape({ kind: anything, name }),
  opaque: shape({ kind: anything, format: name, hash: name }),
  any: shape({ kind: anything }),
  null: shape({ kind: anything }),
  never: shape({ kind: anything }),
};

const kinds = [...Object.keys(leaves), 'array', 'map', 'object', 'union'];

/** Checks the form of a type, which may contain types up to a depth. */
export function checkType(depth = 0): Check {
  return (value, pointer, problems) => {
    if (problems.isTooLarge(pointer)) {
      return;
    }
    if (depth > maxDepth) {
      problems.add(pointer, `Types may be nested ${maxDepth} levels deep`);
      return;
    }
    if (!isRecord(value) || typeof value.kind !== 'string') {
      problems.add(
        pointer,
        `Must be a type with a kind, not ${describeValue(value)}`,
      );
      return;
    }
    if (!kinds.includes(value.kind)) {
      problems.add(
        `${pointer}/kind`,
        `Must be one of ${kinds.join(', ')}, not ${describeValue(value.kind)}`,
      );
      return;
    }
    const check = leaves[value.kind] ?? checkBranch(value.kind, depth + 1);
    check(value, pointer, problems);
    checkSense(value, pointer, problems);
  };
}

function checkBranch(kind: string, depth: number): Check {
  const part: Check = (value, pointer, problems) =>
    checkType(depth)(value, pointer, problems);
  switch (kind) {
    case 'array':
      return shape(
        { kind: anything, items: part },
        {
          nullableItems: flag,
          minItems: count,
          maxItems: count,
          unique: flag,
          tuple: listOf(part),
        },
      );
    case 'map':
      return shape(
        { kind: anything, keys: scalar, values: part },
        { nullableValues: flag },
      );
    case 'union':
      return shape({ kind: anything, of: listOf(part) });
    default:
      return shape(
        {
          kind: anything,
          fields: listOf((value, pointer, problems) =>
            checkField(part)(value, pointer, problems),
          ),
          unknown: oneOf('ignore', 'reject', 'unspecified'),
        },
        named,
      );
  }
}

/** What is well formed and cannot be meant. */
function checkSense(
  type: Record<string, unknown>,
  pointer: string,
  problems: Problems,
): void {
  const { kind } = type;
  if (kind === 'union' && Array.isArray(type.of) && type.of.length === 0) {
    problems.add(`${pointer}/of`, 'A union needs at least one type');
  }
  if (kind === 'array' && Number(type.minItems) > Number(type.maxItems)) {
    problems.add(
      `${pointer}/minItems`,
      `Must not be above maxItems: ${type.minItems} > ${type.maxItems}`,
    );
  }
  if (kind === 'scalar' && Number(type.scale) > Number(type.precision)) {
    problems.add(
      `${pointer}/scale`,
      `Must not be above precision: ${type.scale} > ${type.precision}`,
    );
  }
  if (kind === 'enum' && Array.isArray(type.symbols)) {
    if (!type.symbols.length) {
      problems.add(`${pointer}/symbols`, 'An enum needs at least one symbol');
    }
    addRepeated(type.symbols, index => `${pointer}/symbols/${index}`, problems);
    if (type.fallback !== undefined && !type.symbols.includes(type.fallback)) {
      problems.add(
        `${pointer}/fallback`,
        `Must be one of the symbols, not ${describeValue(type.fallback)}`,
      );
    }
  }
  if (kind === 'object' && Array.isArray(type.fields)) {
    const fields = type.fields.filter(isRecord);
    for (const part of ['name', 'id'] as const) {
      addRepeated(
        fields.map(field =>
          field[part] === undefined ? undefined : String(field[part]),
        ),
        index => `${pointer}/fields/${index}/${part}`,
        problems,
      );
    }
  }
}

/** Adds a problem for each value that was there before. */
export function addRepeated(
  values: readonly unknown[],
  pointerOf: (index: number) => string,
  problems: Problems,
): void {
  const seen = new Map<unknown, number>();
  values.forEach((value, index) => {
    const first = seen.get(value);
    if (value === undefined) {
      return;
    }
    if (first === undefined) {
      seen.set(value, index);
    } else {
      problems.add(
        pointerOf(index),
        `${describeValue(value)} is already at ${pointerOf(first)}`,
      );
    }
  });
}
