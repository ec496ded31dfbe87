import { Port } from '../../contract/Contract';
import { noteLost } from '../exporting/noteLost';
import { FormatWalk } from '../FormatWalk';
import { LossNote } from '../LossNote';
import { pointerTo } from '../pointers';
import { SchemaWriter } from './SchemaWriter';

const HELD: readonly (keyof Port)[] = [
  'name',
  'direction',
  'schema',
  'definitions',
  'ordering',
];

/**
 * Writes the schema of a port as JSON Schema 2020-12, for validators and
 * generators of code. {@link importJsonSchema} reads it as the same types again,
 * but for what the notes say; their pointers lead into the port.
 *
 * @throws {@link ContractFormatError} for types nested deeper than 64 levels.
 *
 * @public
 */
export function exportJsonSchema(port: Port): {
  schema: Record<string, unknown>;
  lossy: LossNote[];
} {
  const walk = new FormatWalk();
  noteLost(walk, port, HELD, '');
  const writer = new SchemaWriter(walk);
  const definitions = (port.definitions ?? []).map(
    ({ name, type }, index) =>
      [
        name,
        writer.write(type, pointerTo('/definitions', index, 'type')),
      ] as const,
  );
  return {
    schema: {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      ...writer.write(port.schema, '/schema'),
      ...(definitions.length > 0 && { $defs: Object.fromEntries(definitions) }),
    },
    lossy: walk.lossy,
  };
}
