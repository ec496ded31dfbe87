import { Port } from '../../contract/Contract';
import { Field } from '../../fields/Field';
import { FieldType } from '../../fields/FieldType';
import { ContractFormatError } from '../ContractFormatError';
import { FormatWalk } from '../FormatWalk';
import {
  own,
  ParsedObject,
  quote,
  readArray,
  readObject,
} from '../importing/values';
import { pointerTo } from '../pointers';
import { MlflowTypes, readPresence } from './MlflowTypes';

/** Reads the inputs or outputs of a signature: columns or tensors, all with names or none. */
export function readColumns(
  value: unknown,
  pointer: string,
  types: MlflowTypes,
  walk: FormatWalk,
): Pick<Port, 'schema' | 'ordering'> {
  const specs = readArray(value, pointer).map((spec, index) =>
    readObject(spec, pointerTo(pointer, index)),
  );
  const named = agree(specs, hasName, 'with a name', pointer) ?? true;
  const tensors = agree(specs, isTensor, 'a tensor', pointer) ?? false;
  const read = (spec: ParsedObject, at: string): FieldType =>
    tensors ? types.readTensor(spec, at) : types.read(spec, at);
  if (tensors && !named) {
    if (specs.length > 1) {
      throw new ContractFormatError(
        pointerTo(pointer, 1),
        'Only one tensor may be without a name.',
      );
    }
    return { schema: read(specs[0], pointerTo(pointer, 0)), ordering: 'named' };
  }
  const seen = new Set<string>();
  const fields = specs.map((spec, index): Field => {
    const at = pointerTo(pointer, index);
    walk.countField(at);
    return {
      name: named ? readName(spec, at, seen, walk) : index,
      type: read(spec, at),
      ...readPresence(spec, at),
    };
  });
  return {
    // A served model passes over columns that it does not know.
    schema: { kind: 'object', fields, unknown: 'ignore' },
    ordering: named ? 'named' : 'positional',
  };
}

function hasName(spec: ParsedObject): boolean {
  const name = own(spec, 'name');
  return name !== undefined && name !== null;
}

function isTensor(spec: ParsedObject): boolean {
  return own(spec, 'type') === 'tensor';
}

/** What holds for one has to hold for all; nothing is said by none. */
function agree(
  specs: readonly ParsedObject[],
  holds: (spec: ParsedObject) => boolean,
  what: string,
  pointer: string,
): boolean | undefined {
  if (specs.length === 0) {
    return undefined;
  }
  const first = holds(specs[0]);
  const other = specs.findIndex(spec => holds(spec) !== first);
  if (other >= 0) {
    throw new ContractFormatError(
      pointerTo(pointer, other),
      `Either all of the list are ${what}, or none.`,
    );
  }
  return first;
}

/** Names that are numbers come from data frames without a header. */
export function readName(
  spec: ParsedObject,
  pointer: string,
  seen: Set<string>,
  walk: FormatWalk,
): string {
  const place = pointerTo(pointer, 'name');
  const value = own(spec, 'name');
  if (typeof value !== 'string' && typeof value !== 'number') {
    throw new ContractFormatError(
      place,
      `A name is text or a number, and this is ${quote(value)}.`,
    );
  }
  if (typeof value === 'number') {
    walk.note(
      place,
      'NUMERIC_NAME',
      `The name is the number ${value}, and is read as text.`,
    );
  }
  const name = String(value);
  if (name === '') {
    throw new ContractFormatError(place, 'The name is empty.');
  }
  if (seen.has(name)) {
    throw new ContractFormatError(
      place,
      `The name ${quote(name)} is there twice.`,
    );
  }
  seen.add(name);
  return name;
}
