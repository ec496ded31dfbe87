import { Port } from '../../contract/Contract';
import { Field } from '../../fields/Field';
import { FieldType } from '../../fields/FieldType';
import { ContractFormatError } from '../ContractFormatError';
import { FormatWalk } from '../FormatWalk';
import {
  ParsedObject,
  readArray,
  readJson,
  readObject,
} from '../importing/values';
import { pointerTo } from '../pointers';
import { MlflowTypes } from './MlflowTypes';
import { readName } from './readColumns';

/** Reads the parameters of a signature, which all have a default. */
export function readParams(
  value: unknown,
  pointer: string,
  types: MlflowTypes,
  walk: FormatWalk,
): Pick<Port, 'schema' | 'ordering'> {
  const seen = new Set<string>();
  const fields = readArray(value, pointer).map((item, index): Field => {
    const at = pointerTo(pointer, index);
    walk.countField(at);
    const spec = readObject(item, at);
    const byDefault = readDefault(spec, at);
    return {
      name: readName(spec, at, seen, walk),
      type: readType(spec, at, types),
      required: false,
      nullable: byDefault === null,
      default: walk.placeDefault(byDefault, pointerTo(at, 'default')),
    };
  });
  return {
    schema: { kind: 'object', fields, unknown: 'ignore' },
    ordering: 'named',
  };
}

function readDefault(spec: ParsedObject, pointer: string) {
  if (!Object.hasOwn(spec, 'default')) {
    throw new ContractFormatError(
      pointer,
      'A parameter has to have a default.',
    );
  }
  return readJson(spec.default, pointerTo(pointer, 'default'));
}

/** Before MLflow 2.9 the type of a parameter was called `dtype`. */
function readType(
  spec: ParsedObject,
  pointer: string,
  types: MlflowTypes,
): FieldType {
  const { dtype, shape, ...rest } = spec;
  const type = types.read(
    Object.hasOwn(rest, 'type') ? rest : { ...rest, type: dtype },
    pointer,
  );
  if (shape === undefined || shape === null) {
    return type;
  }
  const place = pointerTo(pointer, 'shape');
  const sizes = readArray(shape, place);
  if (sizes.length !== 1 || sizes[0] !== -1) {
    throw new ContractFormatError(
      place,
      'The shape of a parameter is null, or [-1] for a list.',
    );
  }
  return { kind: 'array', items: type };
}
