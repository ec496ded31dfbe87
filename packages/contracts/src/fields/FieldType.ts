import { Field } from './Field';
import { Json } from './json';
import { ScalarType, TimeUnit } from './scalars';

/**
 * A single value.
 *
 * @public
 */
export interface ScalarFieldType {
  kind: 'scalar';
  type: ScalarType;
  /** Of a decimal: all digits. */
  precision?: number;
  /** Of a decimal: digits behind the point. */
  scale?: number;
  timeUnit?: TimeUnit;
  /** Of `bytes`: exactly so many of them. */
  fixedSize?: number;
  /** Of a named type, such as `fixed` in Avro. */
  name?: string;
  /** Other names of the same named type. */
  aliases?: string[];
}

/**
 * An array of numbers of a fixed number of dimensions, as models take and give.
 *
 * @public
 */
export interface TensorFieldType {
  kind: 'tensor';
  dtype: ScalarType;
  /** A number, `null` for a dimension of any size, or a name that stands for the same size wherever it is used; `null` for any rank. */
  shape: (number | string | null)[] | null;
  /** What the dimensions mean, such as `NCHW`. */
  layout?: string;
}

/**
 * An embedding. Two of them can be compared only within one space.
 *
 * @public
 */
export interface VectorFieldType {
  kind: 'vector';
  dtype: ScalarType;
  length?: number;
  metric?: 'cosine' | 'l2' | 'ip';
  /** The version of the encoder that makes the vectors. */
  spaceId?: string;
}

/**
 * Values of one type in an order.
 *
 * @public
 */
export interface ArrayFieldType {
  kind: 'array';
  items: FieldType;
  nullableItems?: boolean;
  minItems?: number;
  maxItems?: number;
  /** A set: no value twice. */
  unique?: boolean;
  /** The types of the first items, where each position has its own. */
  tuple?: FieldType[];
}

/**
 * Values of one type under keys that are data.
 *
 * @public
 */
export interface MapFieldType {
  kind: 'map';
  keys: ScalarType;
  values: FieldType;
  nullableValues?: boolean;
}

/**
 * Named fields.
 *
 * @public
 */
export interface ObjectFieldType {
  kind: 'object';
  fields: Field[];
  /** What becomes of fields that are not listed; `unspecified` where the format leaves it open. */
  unknown: 'ignore' | 'reject' | 'unspecified';
  name?: string;
  /** Other names of the same named type. */
  aliases?: string[];
}

/**
 * One of a list of values.
 *
 * @public
 */
export interface EnumFieldType {
  kind: 'enum';
  base: ScalarType;
  symbols: (string | number | boolean | null)[];
  /** The place in the list has a meaning. */
  ordered?: boolean;
  /** Read in place of a symbol that is not known. */
  fallback?: Json;
  name?: string;
  /** Other names of the same named type. */
  aliases?: string[];
}

/**
 * A value of any one of several types.
 *
 * @public
 */
export interface UnionFieldType {
  kind: 'union';
  of: FieldType[];
}

/**
 * A type of the same port that is described once, in its definitions, so that
 * a type can contain itself and a contract can still be stored.
 *
 * @public
 */
export interface ReferenceFieldType {
  kind: 'ref';
  /** The name of one of {@link Port.definitions}. */
  name: string;
}

/**
 * A type that could not be interpreted: equal to itself and to nothing else.
 *
 * @public
 */
export interface OpaqueFieldType {
  kind: 'opaque';
  format: string;
  hash: string;
}

/**
 * The type of a field, whatever format it came from.
 *
 * @public
 */
export type FieldType =
  | ScalarFieldType
  | TensorFieldType
  | VectorFieldType
  | ArrayFieldType
  | MapFieldType
  | ObjectFieldType
  | EnumFieldType
  | UnionFieldType
  | ReferenceFieldType
  | OpaqueFieldType
  | { kind: 'any' }
  | { kind: 'null' }
  | { kind: 'never' };
