import { Contract, Port } from '../../contract/Contract';
import { noteLost } from '../exporting/noteLost';
import { FormatWalk } from '../FormatWalk';
import { LossNote } from '../LossNote';
import { pointerTo } from '../pointers';
import { isSame, JsonObject, KEPT, keptOf } from './Kept';
import { PropertyWriter } from './PropertyWriter';
import { writeHead } from './writeHead';
import { writeKeys } from './writeKeys';
import { writeRules } from './writeRules';
import { writeServiceLevels } from './writeServiceLevels';

const HELD_PORT: readonly (keyof Port)[] = [
  ...(['name', 'direction', 'schema', 'definitions'] as const),
  ...(['key', 'partitionedBy', 'quality'] as const),
];

const HELD_SPEC: readonly (keyof Contract['spec'])[] = [
  ...(['subject', 'ports', 'serviceLevels'] as const),
];

/**
 * Writes a contract as a document of the Open Data Contract Standard 3.1, to be
 * written as YAML. {@link importOdcs} reads it as the same contract again, but
 * for what the notes say; their pointers lead into the contract. A contract that
 * came from such a document gives it again, with all that contracts have no word
 * for, and in its words wherever they still mean what the contract says.
 *
 * @throws {@link ContractFormatError} for types nested deeper than 64 levels.
 *
 * @public
 */
export function exportOdcs(contract: Contract): {
  document: Record<string, unknown>;
  lossy: LossNote[];
} {
  const walk = new FormatWalk();
  const { metadata, spec } = contract;
  noteLost(
    walk,
    {
      ...spec,
      role: spec.role === 'provider' ? undefined : spec.role,
      // What an import says of its own accord.
      compatibility: isSame(spec.compatibility, { profile: 'sql' })
        ? undefined
        : spec.compatibility,
    },
    HELD_SPEC,
    '/spec',
  );
  const before = keptOf(metadata).other ?? {};
  const levels = writeServiceLevels(
    spec.serviceLevels ?? {},
    Array.isArray(before.slaProperties) ? before.slaProperties : [],
    walk,
  );
  const schema = spec.ports.map((port, index) =>
    writePort(port, pointerTo('/spec/ports', index), walk),
  );
  return {
    document: {
      apiVersion: 'v3.1.0',
      kind: 'DataContract',
      ...before,
      ...writeHead(metadata, before, walk),
      ...(schema.length > 0 && { schema }),
      ...(levels.length > 0 && { slaProperties: levels }),
    },
    lossy: walk.lossy,
  };
}

function writePort(port: Port, pointer: string, walk: FormatWalk): JsonObject {
  noteLost(
    walk,
    {
      ...port,
      [KEPT]: undefined,
      ordering: port.ordering === 'positional' ? port.ordering : undefined,
    },
    HELD_PORT,
    pointer,
  );
  if (port.definitions?.length) {
    walk.note(
      pointerTo(pointer, 'definitions'),
      'WRITTEN_IN_PLACE',
      'ODCS has no named types: each is written wherever it is used.',
    );
  }
  if (port.direction === 'in') {
    walk.note(
      pointer,
      'DIRECTION_NOT_HELD',
      'ODCS describes data that is offered: what is sent to the port is written as if it were.',
    );
  }
  const writer = new PropertyWriter(
    walk,
    new Map((port.definitions ?? []).map(({ name, type }) => [name, type])),
  );
  const properties = writer.writeRoot(
    port.schema,
    pointerTo(pointer, 'schema'),
  );
  return {
    ...keptOf(port).other,
    name: port.name,
    ...(properties.length > 0 && { properties: writeKeys(port, properties) }),
    ...writeRules(port, pointer, walk),
  };
}
