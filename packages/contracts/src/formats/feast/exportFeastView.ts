import { Contract, Port } from '../../contract/Contract';
import { Field } from '../../fields/Field';
import { FieldType } from '../../fields/FieldType';
import { durationSeconds } from '../../versioning/dates';
import { ContractFormatError } from '../ContractFormatError';
import { noteLost } from '../exporting/noteLost';
import { FormatWalk } from '../FormatWalk';
import { LossNote } from '../LossNote';
import { pointerTo } from '../pointers';
import { writeFeastType } from './feastTypes';
import { nearestFeastType } from './nearestFeastType';

/**
 * A feature of Feast, as its protocol buffer `FeatureSpecV2` is in JSON.
 *
 * @public
 */
export interface FeastFeature {
  name: string;
  valueType: string;
  description?: string;
  tags?: Record<string, string>;
  vectorIndex?: boolean;
  vectorLength?: number;
  vectorSearchMetric?: string;
}

/**
 * What a contract says of a feature view, as the `spec` of the protocol buffer
 * `FeatureView` is in JSON. The source of the data is for who applies it to add.
 *
 * @public
 */
export interface FeastViewSpec {
  name: string;
  description?: string;
  owner?: string;
  entityColumns: FeastFeature[];
  features: FeastFeature[];
  /** Such as `86400s`. */
  ttl?: string;
  batchSource?: { timestampField?: string; createdTimestampColumn?: string };
}

const HELD: readonly (keyof Field)[] = [
  ...(['name', 'type', 'required', 'nullable', 'role'] as const),
  ...(['description', 'tags'] as const),
];

/**
 * Writes the one port of a contract as a feature view of Feast.
 * {@link importFeastView} reads it as the same port again, but for what the
 * notes say; their pointers lead into the contract.
 *
 * @throws {@link ContractFormatError} for a contract that has not exactly one
 * port with the direction `out`, or whose port is no object.
 *
 * @public
 */
export function exportFeastView(contract: Contract): {
  view: { spec: FeastViewSpec };
  lossy: LossNote[];
} {
  const walk = new FormatWalk();
  const { metadata, spec } = contract;
  const { port, index } = findPort(contract);
  const pointer = pointerTo('/spec/ports', index);
  noteLost(
    walk,
    port,
    ['name', 'direction', 'schema', 'key', 'ordering', 'definitions'],
    pointer,
  );
  noteLost(walk, spec.serviceLevels ?? {}, ['ttl'], '/spec/serviceLevels');
  const schema = resolve(port.schema, port);
  if (schema.kind !== 'object') {
    throw new ContractFormatError(
      pointerTo(pointer, 'schema'),
      `A feature view has features, and this is a type of the kind ${schema.kind}.`,
    );
  }
  const fields = schema.fields.map((field, at) => ({
    field,
    place: pointerTo(pointer, 'schema', 'fields', at),
  }));
  const isKey = ({ role, name }: Field) =>
    role === 'entityKey' || Boolean(port.key?.includes(String(name)));
  const timeOf = (role: Field['role']) =>
    fields.find(({ field }) => field.role === role && isInstant(field));
  const event = timeOf('eventTime');
  const created = event && timeOf('createdTime');
  const times = [event, created];
  const write = ({ field, place }: { field: Field; place: string }) =>
    writeFeature(field, port, isKey(field), place, walk);
  const ttl =
    spec.serviceLevels?.ttl === undefined
      ? undefined
      : durationSeconds(spec.serviceLevels.ttl);
  return {
    view: {
      spec: {
        name: port.name,
        ...(metadata.description !== undefined && {
          description: metadata.description,
        }),
        ...(metadata.owner !== undefined && { owner: metadata.owner }),
        entityColumns: fields.filter(({ field }) => isKey(field)).map(write),
        features: fields
          .filter(one => !isKey(one.field) && !times.includes(one))
          .map(write),
        ...(ttl !== undefined && { ttl: `${ttl}s` }),
        ...(event && {
          batchSource: {
            timestampField: String(event.field.name),
            ...(created && {
              createdTimestampColumn: String(created.field.name),
            }),
          },
        }),
      },
    },
    lossy: walk.lossy,
  };
}

function findPort({ spec }: Contract): { port: Port; index: number } {
  const index = spec.ports.findIndex(({ direction }) => direction === 'out');
  if (index === -1 || spec.ports.length !== 1) {
    throw new ContractFormatError(
      '/spec/ports',
      `A feature view has one port, of the direction out; this contract has ${spec.ports.length}.`,
    );
  }
  return { port: spec.ports[index], index };
}

function resolve(type: FieldType, port: Port): FieldType {
  if (type.kind !== 'ref') {
    return type;
  }
  const found = port.definitions?.find(({ name }) => name === type.name);
  return found && found.type.kind !== 'ref' ? found.type : { kind: 'any' };
}

/** Times of a source have no type in Feast, so only those that are what it takes them for are told there. */
function isInstant({ type, nullable, required, ...rest }: Field): boolean {
  return (
    type.kind === 'scalar' &&
    type.type === 'timestamptz' &&
    type.timeUnit === undefined &&
    required &&
    !nullable &&
    Object.keys(rest).every(key => key === 'name' || key === 'role')
  );
}

function writeFeature(
  field: Field,
  port: Port,
  isKey: boolean,
  pointer: string,
  walk: FormatWalk,
): FeastFeature {
  noteLost(walk, field, HELD, pointer);
  const role = isKey ? 'entityKey' : 'feature';
  if (field.role !== role) {
    walk.note(
      pointer,
      'ROLE_NOT_HELD',
      `Feast tells keys from features only: this is written as a ${isKey ? 'key' : 'feature'}.`,
    );
  }
  if (!field.required || field.nullable === isKey) {
    walk.note(
      pointer,
      'NULLABLE_NOT_HELD',
      'In Feast keys are always there, and features may always be null.',
    );
  }
  const tags = Object.fromEntries(
    (field.tags ?? []).map(tag => {
      const [key] = tag.split('=', 1);
      return [key, tag.slice(key.length + 1)];
    }),
  );
  return {
    name: String(field.name),
    ...writeType(resolve(field.type, port), pointerTo(pointer, 'type'), walk),
    ...(field.description !== undefined && { description: field.description }),
    ...(field.tags && field.tags.length > 0 && { tags }),
  };
}

function writeType(
  type: FieldType,
  pointer: string,
  walk: FormatWalk,
): Pick<
  FeastFeature,
  'valueType' | 'vectorIndex' | 'vectorLength' | 'vectorSearchMetric'
> {
  if (type.kind === 'vector') {
    noteLost(walk, type, ['kind', 'dtype', 'length', 'metric'], pointer);
    const items: FieldType = { kind: 'scalar', type: type.dtype };
    return {
      ...writeType({ kind: 'array', items }, pointer, walk),
      vectorIndex: true,
      ...(type.length !== undefined && { vectorLength: type.length }),
      ...(type.metric !== undefined && {
        vectorSearchMetric: type.metric.toUpperCase(),
      }),
    };
  }
  const name = writeFeastType(type);
  if (name !== undefined) {
    return { valueType: name };
  }
  const nearest = nearestFeastType(type);
  walk.note(
    pointer,
    'WRITTEN_AS_NEAREST',
    `Feast has no type for this one of the kind ${type.kind}: it is written as ${nearest}.`,
  );
  return { valueType: nearest };
}
