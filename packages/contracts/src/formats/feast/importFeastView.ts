import { findBrokenText } from '../../canonical/findUnheld';
import { Contract, Port } from '../../contract/Contract';
import { Field } from '../../fields/Field';
import { FormatWalk } from '../FormatWalk';
import { refuseUnheld } from '../importing/refuseUnheld';
import { safeName } from '../importing/safeName';
import {
  isParsedObject,
  own,
  ParsedObject,
  quote,
  readName,
  readObject,
} from '../importing/values';
import { LossNote } from '../LossNote';
import { pointerTo } from '../pointers';
import { feastSeconds, toIsoDuration } from './feastDuration';
import { feastMember, feastText } from './feastMembers';
import { readFeastFeatures } from './readFeastFeature';

/**
 * What a feature view or a feature service does not say of itself.
 *
 * @public
 */
export interface ImportFeastOptions {
  /** Name of the contract; that of the view or service unless said. */
  name?: string;
  /** Entity ref; `featureview:default/<name>` of a view and `component:default/<name>` of a service unless said. */
  subject?: string;
  /** Semantic version of the contract; `1.0.0` unless said. */
  version?: string;
  /** Entity ref; the owner that Feast has, where that is one, unless said. */
  owner?: string;
}

/** What views without an entity have for one. */
const NO_ENTITY = '__dummy';

/** Members that say something that a contract has no word for. */
const NOT_HELD = ['tags', 'streamSource', 'userDefinedFunction', 'mode'];

/**
 * Drafts the contract of a feature view of Feast, from the JSON of its protocol
 * buffers (`FeatureView`, `StreamFeatureView`, `OnDemandFeatureView`, or their
 * `spec`) or of the objects of its SDK: one port, named after the view. Features
 * are always there and may be null.
 *
 * @throws {@link ContractFormatError} for what is no feature view, and for more
 * than 5,000 features.
 *
 * @public
 */
export function importFeastView(
  view: unknown,
  options: ImportFeastOptions = {},
): { contract: Contract; lossy: LossNote[] } {
  refuseUnheld(findBrokenText(view));
  const walk = new FormatWalk();
  const { spec, pointer } = feastSpec(view);
  const name = readName(feastMember(spec, 'name'), pointerTo(pointer, 'name'));
  const ttl = readTtl(spec, pointer, walk);
  for (const key of NOT_HELD) {
    const value = feastMember(spec, key);
    if (isParsedObject(value) ? Object.keys(value).length > 0 : value) {
      walk.note(
        pointer,
        'NOT_HELD',
        `A contract has no place for ${key}: it is left out.`,
      );
    }
  }
  const contractName = options.name ?? name;
  return {
    contract: {
      apiVersion: 'understudy.dev/v1alpha1',
      kind: 'InterfaceContract',
      metadata: {
        name: contractName,
        ...feastDescription(spec),
        version: options.version ?? '1.0.0',
        status: 'draft',
        ...feastOwner(spec, pointer, options, walk),
        source: { type: 'feast', ...feastUri(spec, name) },
      },
      spec: {
        subject:
          options.subject ?? `featureview:default/${safeName(contractName)}`,
        role: 'provider',
        ports: [readPort(name, spec, pointer, walk)],
        ...(ttl !== undefined && { serviceLevels: { ttl } }),
        protocol: { name: 'feature-store' },
        compatibility: { profile: 'strict' },
      },
    },
    lossy: walk.lossy,
  };
}

/** The specification in a message, which may also stand alone. */
export function feastSpec(value: unknown): {
  spec: ParsedObject;
  pointer: string;
} {
  const message = readObject(value, '');
  const spec = own(message, 'spec');
  return isParsedObject(spec)
    ? { spec, pointer: '/spec' }
    : { spec: message, pointer: '' };
}

export function feastDescription(spec: ParsedObject): {
  description?: string;
} {
  const description = feastText(spec, 'description');
  return description === undefined ? {} : { description };
}

const ENTITY_REF = /^[A-Za-z0-9_.-]+:(?:[A-Za-z0-9_.-]+\/)?[A-Za-z0-9_.-]+$/;

export function feastOwner(
  spec: ParsedObject,
  pointer: string,
  options: ImportFeastOptions,
  walk: FormatWalk,
): { owner?: string } {
  const said = feastText(spec, 'owner');
  const owner =
    options.owner ??
    (said !== undefined && ENTITY_REF.test(said) ? said : undefined);
  if (said !== undefined && owner === undefined) {
    walk.note(
      pointerTo(pointer, 'owner'),
      'OWNER_NOT_HELD',
      `The owner of a contract is the ref of an entity, and not ${quote(said)}.`,
    );
  }
  return owner === undefined ? {} : { owner };
}

export function feastUri(spec: ParsedObject, name: string): { uri?: string } {
  const project = feastText(spec, 'project');
  return project === undefined ? {} : { uri: `feast:${project}/${name}` };
}

function readTtl(
  spec: ParsedObject,
  pointer: string,
  walk: FormatWalk,
): string | undefined {
  const value = feastMember(spec, 'ttl');
  if (value === undefined || value === null) {
    return undefined;
  }
  const seconds = feastSeconds(value);
  if (seconds === undefined) {
    walk.note(
      pointerTo(pointer, 'ttl'),
      'TTL_NOT_UNDERSTOOD',
      `This should be a duration such as 86400s, and is ${quote(value)}: it is left out.`,
    );
  }
  // None and zero both mean that values do not expire.
  return seconds ? toIsoDuration(seconds) : undefined;
}

function readPort(
  name: string,
  spec: ParsedObject,
  pointer: string,
  walk: FormatWalk,
): Port {
  const keys = readEntities(spec, pointer, walk);
  const listed = feastMember(spec, 'features') ?? feastMember(spec, 'schema');
  const place = Object.hasOwn(spec, 'features') ? 'features' : 'schema';
  const known = new Set<Field['name']>(keys.map(key => key.name));
  const features = readFeastFeatures(
    listed,
    pointerTo(pointer, place),
    'feature',
    walk,
    // The schema of the SDK lists the columns of entities once more.
  ).filter(feature => !known.has(feature.name));
  const taken = new Set([...known, ...features.map(field => field.name)]);
  const times = readTimes(spec).filter(time => !taken.has(time.name));
  const names = keys.map(field => String(field.name));
  return {
    name,
    direction: 'out',
    schema: {
      kind: 'object',
      fields: [...keys, ...times, ...features],
      unknown: 'ignore',
    },
    ...(names.length > 0 && { key: names }),
    ordering: 'named',
  };
}

function readEntities(
  spec: ParsedObject,
  pointer: string,
  walk: FormatWalk,
): Field[] {
  const columns = feastMember(spec, 'entityColumns');
  if (Array.isArray(columns) && columns.length > 0) {
    return readFeastFeatures(
      columns,
      pointerTo(pointer, 'entityColumns'),
      'entityKey',
      walk,
    ).filter(({ name }) => !String(name).startsWith(NO_ENTITY));
  }
  const entities = feastMember(spec, 'entities');
  const names = Array.isArray(entities)
    ? [...new Set(entities)].filter(
        (name): name is string =>
          typeof name === 'string' && name !== '' && name !== NO_ENTITY,
      )
    : [];
  return names.map(name => {
    walk.countField(pointer, name);
    walk.note(
      pointerTo(pointer, 'entities'),
      'ENTITY_TYPE_UNKNOWN',
      `The view does not say of which type ${quote(name)} is, nor what its column is called.`,
    );
    return {
      name,
      type: { kind: 'any' },
      required: true,
      nullable: true,
      role: 'entityKey',
    };
  });
}

function readTimes(spec: ParsedObject): Field[] {
  const source =
    feastMember(spec, 'batchSource') ?? feastMember(spec, 'source');
  if (!isParsedObject(source)) {
    return [];
  }
  const event = feastText(source, 'timestampField');
  const created = feastText(source, 'createdTimestampColumn');
  const time = (
    name: string | undefined,
    role: 'eventTime' | 'createdTime',
  ): Field[] =>
    name === undefined
      ? []
      : [
          {
            name,
            type: { kind: 'scalar', type: 'timestamptz' },
            required: true,
            nullable: false,
            role,
          },
        ];
  return [
    ...time(event, 'eventTime'),
    ...(created === event ? [] : time(created, 'createdTime')),
  ];
}
