import { FieldConstraints } from '../../fields/Field';
import { FormatWalk } from '../FormatWalk';
import { NullableType } from '../importing/unions';
import { ParsedObject } from '../importing/values';
import { Definitions } from './Definitions';
import type { SchemaReferences } from './references';

/** A schema that has passed for one, without regard to what is in it. */
export type Schema = ParsedObject | boolean;

/** A type with the constraints that only a field can hold. */
export interface ReadSchema extends NullableType {
  constraints?: FieldConstraints;
}

/** What the readers of single keywords need of the reader of whole schemas. */
export interface SchemaContext {
  readonly references: SchemaReferences;
  readonly definitions: Definitions;
  readonly walk: FormatWalk;
  /** Before 2019-09 a `$ref` hides what stands beside it. */
  readonly refHidesSiblings: boolean;
  read(schema: unknown, pointer: string): ReadSchema;
  /** Reads a schema for a place that holds no constraints. */
  readType(schema: unknown, pointer: string): NullableType;
  opaque(schema: ParsedObject, pointer: string, reason: string): ReadSchema;
}

/** The parts of a schema cannot be merged into one without losing what one of them says. */
export class CannotMerge extends Error {}
