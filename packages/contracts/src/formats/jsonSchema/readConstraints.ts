import { FieldConstraints } from '../../fields/Field';
import { ContractFormatError } from '../ContractFormatError';
import {
  own,
  ParsedObject,
  readCount,
  readNumber,
  readString,
} from '../importing/values';
import { pointerTo } from '../pointers';

type Read = (value: unknown, pointer: string) => number | string;

function readStep(value: unknown, pointer: string): number {
  const step = readNumber(value, pointer);
  if (step <= 0) {
    throw new ContractFormatError(
      pointer,
      `This has to be above 0, and is ${step}.`,
    );
  }
  return step;
}

/** The keyword of each constraint, and the type of the values that it is about. */
export const CONSTRAINT_KEYWORDS: readonly {
  keyword: string;
  constraint: keyof FieldConstraints;
  of: 'number' | 'string' | 'both';
  read: Read;
}[] = [
  { keyword: 'minimum', constraint: 'min', of: 'number', read: readNumber },
  { keyword: 'maximum', constraint: 'max', of: 'number', read: readNumber },
  {
    keyword: 'exclusiveMinimum',
    constraint: 'exclusiveMin',
    of: 'number',
    read: readNumber,
  },
  {
    keyword: 'exclusiveMaximum',
    constraint: 'exclusiveMax',
    of: 'number',
    read: readNumber,
  },
  {
    keyword: 'multipleOf',
    constraint: 'multipleOf',
    of: 'number',
    read: readStep,
  },
  {
    keyword: 'minLength',
    constraint: 'minLength',
    of: 'string',
    read: readCount,
  },
  {
    keyword: 'maxLength',
    constraint: 'maxLength',
    of: 'string',
    read: readCount,
  },
  { keyword: 'pattern', constraint: 'pattern', of: 'string', read: readString },
  { keyword: 'format', constraint: 'format', of: 'both', read: readString },
];

/** Reads the constraints that say something about values of the types; the others say nothing. */
export function readConstraints(
  schema: ParsedObject,
  types: readonly string[],
  pointer: string,
): FieldConstraints {
  const kinds = new Set(
    types.flatMap(type => {
      if (type === 'integer' || type === 'number') {
        return ['number', 'both'];
      }
      return type === 'string' ? ['string', 'both'] : [];
    }),
  );
  return Object.fromEntries(
    CONSTRAINT_KEYWORDS.flatMap(({ keyword, constraint, of, read }) => {
      const value = own(schema, keyword);
      const checked =
        value === undefined ? value : read(value, pointerTo(pointer, keyword));
      // An empty format or pattern asks for nothing.
      return checked === undefined || checked === '' || !kinds.has(of)
        ? []
        : [[constraint, checked]];
    }),
  );
}
