import { Field, FieldConstraints } from '../../fields/Field';
import { FieldType } from '../../fields/FieldType';
import { noteLost } from '../exporting/noteLost';
import { pointerTo } from '../pointers';
import { CONSTRAINT_KEYWORDS } from './readConstraints';
import { UNKNOWN_VERSION } from './readObjectType';
import { SCALAR_SCHEMAS } from './scalarSchemas';
import type { SchemaWriter, WrittenSchema } from './SchemaWriter';

const HELD: readonly (keyof Field)[] = [
  ...(['name', 'type', 'required', 'nullable'] as const),
  ...(['constraints', 'default', 'description', 'deprecated'] as const),
];

export function writeField(
  writer: SchemaWriter,
  field: Field,
  pointer: string,
): WrittenSchema {
  noteLost(writer.walk, field, HELD, pointer);
  if (typeof field.name === 'number') {
    writer.walk.note(
      pointerTo(pointer, 'name'),
      'PLACE_AS_NAME',
      `The field has no name, and is written as "${field.name}".`,
    );
  }
  if (field.deprecated && field.deprecated.since !== UNKNOWN_VERSION) {
    writer.walk.note(
      pointerTo(pointer, 'deprecated'),
      'NOT_HELD',
      'That the field is deprecated is written, but not since when, until when and why.',
    );
  }
  return {
    ...writer.writeNullable(field, pointerTo(pointer, 'type')),
    ...writeConstraints(writer, field, pointerTo(pointer, 'constraints')),
    ...(field.default && { default: field.default.value }),
    ...(field.description !== undefined && { description: field.description }),
    ...(field.deprecated && { deprecated: true }),
  };
}

function writeConstraints(
  writer: SchemaWriter,
  { type, constraints }: Field,
  pointer: string,
): WrittenSchema {
  const said: FieldConstraints = constraints ?? {};
  const kinds = new Set(jsonKinds(type));
  const written = CONSTRAINT_KEYWORDS.filter(
    ({ constraint, of }) =>
      said[constraint] !== undefined &&
      (of === 'both' ? kinds.has('format') : kinds.has(of)),
  );
  noteLost(
    writer.walk,
    said,
    written.map(({ constraint }) => constraint),
    pointer,
  );
  return Object.fromEntries(
    written.map(({ constraint, keyword }) => [keyword, said[constraint]]),
  );
}

/** What constraints can be said of values of a type. */
function jsonKinds(type: FieldType): string[] {
  switch (type.kind) {
    case 'enum':
    case 'scalar': {
      const name = type.kind === 'enum' ? type.base : type.type;
      const schema = SCALAR_SCHEMAS[name];
      if (name === 'bytes' || name === 'json' || schema.type === 'boolean') {
        // The length of an encoding is not the length of what it encodes.
        return [];
      }
      return [
        schema.type === 'integer' ? 'number' : schema.type,
        ...(schema.format === undefined ? ['format'] : []),
      ];
    }
    case 'union':
      return type.of.every(({ kind }) => kind === 'scalar' || kind === 'null')
        ? type.of.flatMap(jsonKinds)
        : [];
    default:
      return [];
  }
}
