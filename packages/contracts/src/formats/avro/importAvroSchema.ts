import { findBrokenText } from '../../canonical/findUnheld';
import { Port } from '../../contract/Contract';
import { FormatWalk } from '../FormatWalk';
import { refuseUnheld } from '../importing/refuseUnheld';
import { dropUnfitDefaults } from '../importing/dropUnfitDefaults';
import { withNull } from '../importing/unions';
import { ImportedPort, ImportedPortOptions } from '../LossNote';
import { AvroReader } from './AvroReader';

/**
 * Reads an Avro schema, parsed from its JSON. Compare what it gives under the
 * profile `avro`. Named types keep their full names; those that are used
 * several times are definitions of the port.
 *
 * @throws {@link ContractFormatError} for what Avro does not allow, for types
 * nested deeper than 64 levels and for more than 5,000 fields.
 *
 * @public
 */
export function importAvroSchema(
  schema: unknown,
  options: ImportedPortOptions = {},
): ImportedPort {
  refuseUnheld(findBrokenText(schema));
  const walk = new FormatWalk();
  const reader = new AvroReader(walk);
  const root = withNull(reader.read(schema, '', ''));
  const { schema: type, definitions } = reader.names.resolve(root);
  const port: Port = {
    name: options.name ?? 'data',
    direction: options.direction ?? 'out',
    schema: type,
    ...(definitions.length > 0 && { definitions }),
    ordering: 'named',
  };
  dropUnfitDefaults(port, walk);
  return { port, lossy: walk.lossy };
}
