import { describeValue, isRecord, pointerPart, Problems } from './Problems';

/** Adds what is wrong with a value at a place. */
export type Check = (
  value: unknown,
  pointer: string,
  problems: Problems,
) => void;

/** A value for which a condition holds; `what` completes "Must be". */
export function checkThat(
  what: string,
  holds: (value: unknown) => boolean,
): Check {
  return (value, pointer, problems) => {
    if (!holds(value)) {
      problems.add(pointer, `Must be ${what}, not ${describeValue(value)}`);
    }
  };
}

export const text = checkThat('a text', value => typeof value === 'string');

export const name = checkThat(
  'a text that is not empty',
  value => typeof value === 'string' && value.trim() !== '',
);

export const flag = checkThat(
  'true or false',
  value => typeof value === 'boolean',
);

export const number = checkThat('a number', isNumber);

export const count = checkThat(
  'a whole number from 0',
  value => Number.isInteger(value) && (value as number) >= 0,
);

export const positive = checkThat(
  'a number above 0',
  value => isNumber(value) && value > 0,
);

export const share = checkThat(
  'a number from 0 to 1',
  value => isNumber(value) && value >= 0 && value <= 1,
);

export const anything: Check = () => {};

export function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

export function oneOf(...values: readonly unknown[]): Check {
  return checkThat(`one of ${values.join(', ')}`, value =>
    values.includes(value),
  );
}

export function listOf(check: Check): Check {
  return (value, pointer, problems) => {
    if (!Array.isArray(value)) {
      problems.add(pointer, `Must be a list, not ${describeValue(value)}`);
      return;
    }
    value.forEach((item, index) =>
      check(item, `${pointer}/${index}`, problems),
    );
  };
}

/** An object of texts under any keys. */
export const textMap: Check = (value, pointer, problems) => {
  if (!isRecord(value)) {
    problems.add(pointer, `Must be an object, not ${describeValue(value)}`);
    return;
  }
  for (const [key, entry] of Object.entries(value)) {
    text(entry, `${pointer}/${pointerPart(key)}`, problems);
  }
};

/**
 * An object with members of known names, so that what is misspelt is found.
 * Names that start with `x-` are nobody's business.
 */
export function shape(
  required: Record<string, Check>,
  optional: Record<string, Check> = {},
): Check {
  const known = new Map(Object.entries({ ...optional, ...required }));
  return (value, pointer, problems) => {
    if (!isRecord(value)) {
      problems.add(pointer, `Must be an object, not ${describeValue(value)}`);
      return;
    }
    for (const key of Object.keys(required)) {
      if (value[key] === undefined) {
        problems.add(pointer, `The member ${key} is missing`);
      }
    }
    for (const [key, member] of Object.entries(value)) {
      const check = known.get(key);
      const place = `${pointer}/${pointerPart(key)}`;
      if (member === undefined || key.startsWith('x-')) {
        continue;
      }
      if (check) {
        check(member, place, problems);
      } else {
        problems.add(
          place,
          `There is no such member; known are ${[...known.keys()].join(', ')}`,
        );
      }
    }
  };
}
