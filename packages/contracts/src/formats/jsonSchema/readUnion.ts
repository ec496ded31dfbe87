import { FieldType } from '../../fields/FieldType';
import { ContractFormatError } from '../ContractFormatError';
import { unionOf } from '../importing/unions';
import { ParsedObject, readArray } from '../importing/values';
import { pointerTo } from '../pointers';
import { isAnnotation } from './keywords';
import { CannotMerge, ReadSchema, SchemaContext } from './SchemaContext';

/** Reads `anyOf` and `oneOf`; what stands beside them holds for each branch. */
export function readUnion(
  context: SchemaContext,
  schema: ParsedObject,
  pointer: string,
): ReadSchema {
  const key = Object.hasOwn(schema, 'anyOf') ? 'anyOf' : 'oneOf';
  const { [key]: listed, ...rest } = schema;
  if (Object.hasOwn(rest, 'oneOf')) {
    throw new CannotMerge('anyOf and oneOf');
  }
  const place = pointerTo(pointer, key);
  const branches = readArray(listed, place);
  if (branches.length === 0) {
    throw new ContractFormatError(place, `${key} has to list a schema.`);
  }
  const shared = Object.fromEntries(
    Object.entries(rest).filter(([name]) => !isAnnotation(name)),
  );
  const read = branches.map((branch, index) => {
    const whole =
      Object.keys(shared).length > 0 ? { allOf: [shared, branch] } : branch;
    return context.read(whole, pointerTo(place, index));
  });
  const union = unionOf(read);
  noteOverlap(context, key, union.type, place);
  const constrained = read.filter(
    ({ constraints = {} }) => Object.keys(constraints).length > 0,
  );
  if (union.type.kind !== 'union') {
    const [only] = constrained;
    return only ? { ...only, ...union } : union;
  }
  if (constrained.length > 0) {
    context.walk.note(
      place,
      'CONSTRAINT_NOT_HELD',
      'The constraints of the branches are left out: only fields have constraints.',
    );
  }
  return union;
}

/** `oneOf` forbids a value that fits two branches, and a union does not. */
function noteOverlap(
  context: SchemaContext,
  key: string,
  type: FieldType,
  pointer: string,
): void {
  if (key !== 'oneOf' || type.kind !== 'union') {
    return;
  }
  const kinds = type.of.map(branch =>
    branch.kind === 'scalar' ? branch.type : branch.kind,
  );
  if (new Set(kinds).size < kinds.length) {
    context.walk.note(
      pointer,
      'ONE_OF_READ_AS_ANY_OF',
      'That a value may fit only one of the branches is left out.',
    );
  }
}
