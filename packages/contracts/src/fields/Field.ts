import { FieldType } from './FieldType';
import { Json } from './json';
import { QualityRule } from './QualityRule';

/**
 * What a value has to keep to beyond its type.
 *
 * @public
 */
export interface FieldConstraints {
  min?: number;
  max?: number;
  exclusiveMin?: number;
  exclusiveMax?: number;
  multipleOf?: number;
  minLength?: number;
  maxLength?: number;
  /** A regular expression, in the dialect of its source. */
  pattern?: string;
  format?: string;
  unique?: boolean;
}

/**
 * How raw values become the values of a field. Two methods, or two references,
 * are two meanings of the same number.
 *
 * @public
 */
export interface Normalisation {
  method: 'none' | 'zscore' | 'minmax' | 'log' | 'custom';
  ref?: string;
}

/**
 * One field of an object: a column, a feature, an input of a model.
 *
 * @public
 */
export interface Field {
  /** Stays when the name changes; preferred over the name where two versions are compared. */
  id?: string;
  /** A number only where columns have places instead of names. */
  name: string | number;
  aliases?: string[];
  type: FieldType;
  /** The key must be there. */
  required: boolean;
  /** The value may be null. */
  nullable: boolean;
  /** The object is there when there is a default, which may be null. */
  default?: { value: Json };
  constraints?: FieldConstraints;
  /** A UCUM code or an ISO 4217 currency. */
  unit?: string;
  normalisation?: Normalisation;
  semanticType?: string;
  /** Of outputs: the label of each index of a class. */
  labelMap?: Record<string, string>;
  role?:
    | 'entityKey'
    | 'eventTime'
    | 'createdTime'
    | 'feature'
    | 'label'
    | 'prediction'
    | 'score'
    | 'explanation'
    | 'metadata';
  classification?: 'public' | 'internal' | 'confidential' | 'restricted';
  /** Kinds of personal data, such as `email`. */
  personalData?: string[];
  description?: string;
  tags?: string[];
  critical?: boolean;
  /** The code that computes the field. */
  transform?: { ref?: string; hash?: string };
  deprecated?: {
    /** The version of the contract, or the day. */
    since: string;
    /** A day as `YYYY-MM-DD`. */
    removeAfter?: string;
    replacement?: string;
    reason?: string;
  };
  quality?: QualityRule[];
}
