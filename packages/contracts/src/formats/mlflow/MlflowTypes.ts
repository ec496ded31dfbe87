import { Field } from '../../fields/Field';
import { FieldType, TensorFieldType } from '../../fields/FieldType';
import { canonicalJson } from '../../canonical/canonicalJson';
import { ContractFormatError } from '../ContractFormatError';
import { sha256 } from '../hashing/sha256';
import { FormatWalk } from '../FormatWalk';
import {
  own,
  ParsedObject,
  quote,
  readArray,
  readBoolean,
  readJson,
  readObject,
  readString,
} from '../importing/values';
import { pointerTo } from '../pointers';
import { COLUMN_TYPES, readDtype } from './scalars';

const FLOAT64: FieldType = { kind: 'scalar', type: 'float64' };

/** Reads the types inside of one signature. */
export class MlflowTypes {
  readonly #walk: FormatWalk;

  constructor(walk: FormatWalk) {
    this.#walk = walk;
  }

  /** The type of a column, parameter, property, item or value. */
  read(spec: ParsedObject, pointer: string): FieldType {
    return this.#walk.deeper(pointer, () => {
      const place = pointerTo(pointer, 'type');
      const name = readString(own(spec, 'type'), place);
      switch (name) {
        case 'array':
          return {
            kind: 'array',
            items: this.#readPart('items', spec, pointer),
          };
        case 'map':
          return {
            kind: 'map',
            keys: 'string',
            values: this.#readPart('values', spec, pointer),
          };
        case 'object':
          return {
            kind: 'object',
            fields: this.#readProperties(spec, pointer),
            unknown: 'ignore',
          };
        case 'any':
          return { kind: 'any' };
        case 'sparkml_vector':
          this.#walk.note(
            place,
            'SPARK_VECTOR_READ_AS_ARRAY',
            'A vector of Spark ML is read as an array of float64.',
          );
          return { kind: 'array', items: FLOAT64 };
        default:
          return COLUMN_TYPES.get(name) ?? this.#opaque(name, spec, pointer);
      }
    });
  }

  readTensor(spec: ParsedObject, pointer: string): FieldType {
    const place = pointerTo(pointer, 'tensor-spec');
    const tensor = readObject(own(spec, 'tensor-spec'), place);
    const dtypePlace = pointerTo(place, 'dtype');
    const dtype = readString(own(tensor, 'dtype'), dtypePlace);
    const read = readDtype(dtype);
    const shape = readShape(own(tensor, 'shape'), pointerTo(place, 'shape'));
    if (!read) {
      return this.#opaque(dtype, spec, pointer);
    }
    if (read.lost !== undefined) {
      this.#walk.note(
        dtypePlace,
        'DTYPE_READ_AS_NEAREST',
        `The dtype ${quote(dtype)} is read as ${read.type}: ${read.lost}.`,
      );
    }
    return { kind: 'tensor', dtype: read.type, shape };
  }

  #readPart(key: string, spec: ParsedObject, pointer: string): FieldType {
    const place = pointerTo(pointer, key);
    return this.read(readObject(own(spec, key), place), place);
  }

  #readProperties(spec: ParsedObject, pointer: string): Field[] {
    const place = pointerTo(pointer, 'properties');
    const properties = readObject(own(spec, 'properties'), place);
    return Object.entries(properties).map(([name, value]) => {
      const at = pointerTo(place, name);
      this.#walk.countField(at, name);
      const property = readObject(value, at);
      return {
        name,
        type: this.read(property, at),
        ...readPresence(property, at),
      };
    });
  }

  #opaque(name: string, spec: ParsedObject, pointer: string): FieldType {
    this.#walk.note(
      pointer,
      'NOT_INTERPRETED',
      `The type ${quote(name)} is not known: it is only compared with itself.`,
    );
    const { name: _, ...type } = spec;
    return {
      kind: 'opaque',
      format: 'mlflow',
      hash: sha256(canonicalJson(readJson(type, pointer))),
    };
  }
}

/**
 * MLflow infers `required: false` for what has missing values, so it says that
 * the value may be null as much as that it may be absent. Older files say
 * `optional`, still older ones nothing.
 */
export function readPresence(
  spec: ParsedObject,
  pointer: string,
): Pick<Field, 'required' | 'nullable'> {
  const said = own(spec, 'required');
  const optional = own(spec, 'optional');
  const required =
    said === undefined
      ? optional === undefined ||
        !readBoolean(optional, pointerTo(pointer, 'optional'))
      : readBoolean(said, pointerTo(pointer, 'required'));
  return { required, nullable: !required };
}

function readShape(value: unknown, pointer: string): TensorFieldType['shape'] {
  return readArray(value, pointer).map((size, index) => {
    if (!Number.isSafeInteger(size) || (size as number) < -1) {
      throw new ContractFormatError(
        pointerTo(pointer, index),
        `A dimension is a whole number, or -1 for any size, and this is ${quote(
          size,
        )}.`,
      );
    }
    return size === -1 ? null : (size as number);
  });
}
