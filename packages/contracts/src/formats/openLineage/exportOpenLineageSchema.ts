import { Port } from '../../contract/Contract';
import { Field } from '../../fields/Field';
import { FieldType } from '../../fields/FieldType';
import { noteLost } from '../exporting/noteLost';
import { FormatWalk } from '../FormatWalk';
import { LossNote } from '../LossNote';
import { FacetWriter } from './FacetWriter';

/**
 * A field in the facet `schema` of a dataset in OpenLineage.
 *
 * @public
 */
export interface OpenLineageField {
  name: string;
  type: string;
  description?: string;
  fields?: OpenLineageField[];
}

const HELD: readonly (keyof Port)[] = [
  ...(['name', 'direction', 'schema', 'definitions', 'ordering'] as const),
];

/**
 * Writes the schema of a port as the facet `schema` of a dataset in OpenLineage;
 * who sends it adds `_producer` and `_schemaURL`. {@link importOpenLineageSchema}
 * reads it as the same types again, but for what the notes say; their pointers
 * lead into the port. What may not be null has `not null` behind its type.
 *
 * @throws {@link ContractFormatError} for types nested deeper than 64 levels.
 *
 * @public
 */
export function exportOpenLineageSchema(port: Port): {
  facet: { fields: OpenLineageField[] };
  lossy: LossNote[];
} {
  const walk = new FormatWalk();
  noteLost(walk, port, HELD, '');
  const definitions = new Map(
    (port.definitions ?? []).map(({ name, type }) => [name, type]),
  );
  const writer = new FacetWriter(walk, definitions);
  const schema = rootOf(port.schema, definitions);
  if (schema.kind === 'object') {
    return {
      facet: { fields: writer.writeFields(schema, '/schema') },
      lossy: walk.lossy,
    };
  }
  walk.note(
    '/schema',
    'WRITTEN_AS_COLUMN',
    'The facet is a list of fields: this is written as one with the name of the port.',
  );
  const column: Field = {
    name: port.name,
    type: schema,
    required: true,
    nullable: true,
  };
  return {
    facet: { fields: [writer.writeField(column, '/schema')] },
    lossy: walk.lossy,
  };
}

function rootOf(
  type: FieldType,
  definitions: ReadonlyMap<string, FieldType>,
): FieldType {
  return (type.kind === 'ref' && definitions.get(type.name)) || type;
}
