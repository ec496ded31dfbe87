import { Port } from '../../contract/Contract';
import { noteLost } from '../exporting/noteLost';
import { FormatWalk } from '../FormatWalk';
import { Json } from '../../fields/json';
import { LossNote } from '../LossNote';
import { AvroWriter } from './AvroWriter';

const HELD: readonly (keyof Port)[] = [
  ...(['name', 'direction', 'schema', 'definitions', 'ordering'] as const),
];

/**
 * Writes the schema of a port as an Avro schema. {@link importAvroSchema} reads
 * it as the same types again, but for what the notes say; their pointers lead
 * into the port. Types without a name get one from where they stand.
 *
 * @throws {@link ContractFormatError} for types nested deeper than 64 levels.
 *
 * @public
 */
export function exportAvroSchema(port: Port): {
  schema: Json;
  lossy: LossNote[];
} {
  const walk = new FormatWalk();
  noteLost(walk, port, HELD, '');
  const writer = new AvroWriter(port, walk);
  return { schema: writer.write(port.schema, '/schema'), lossy: walk.lossy };
}
