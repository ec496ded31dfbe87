import { findUnheld } from '../../canonical/findUnheld';
import { Contract, Port, ServiceLevels } from '../../contract/Contract';
import { Field } from '../../fields/Field';
import { FormatWalk } from '../FormatWalk';
import { refuseUnheld } from '../importing/refuseUnheld';
import { safeName } from '../importing/safeName';
import {
  own,
  ParsedObject,
  quote,
  readJson,
  readObject,
} from '../importing/values';
import { LossNote } from '../LossNote';
import { pointerTo } from '../pointers';
import { isSame, JsonObject, keep, omit, pick } from './Kept';
import { isOld, noteHead, noteNewerParts, noteNewerRules } from './noteVersion';
import { hollow, withoutFields } from './nestedFields';
import { PROPERTY_KEYS } from './propertyKeys';
import { PropertyReader } from './PropertyReader';
import { PropertyWriter } from './PropertyWriter';
import {
  readName,
  readOwner,
  readPurpose,
  readStatus,
  readVersion,
} from './readDocument';
import { readKeys } from './readKeys';
import { readQuality } from './readQuality';
import { readServiceLevels } from './readServiceLevels';
import { isFilledText, isList, isObject, isText, member } from './tolerant';
import { writePlainHead } from './writeHead';
import { writePlainLevels } from './writeServiceLevels';

/**
 * What a document of ODCS does not say in the words of a contract.
 *
 * @public
 */
export interface ImportOdcsOptions {
  /** Name of the contract; made of the name or the id of the document unless said. */
  name?: string;
  /** Entity ref of the dataset; `dataset:default/<name>` unless said. */
  subject?: string;
  /** Semantic version; that of the document unless said. */
  version?: string;
  /** Entity ref; the name of the team, where that is one, unless said. */
  owner?: string;
}

/**
 * Drafts a contract from a document of the Open Data Contract Standard 3.0 or
 * 3.1, parsed from YAML: one port for each schema object. A document that breaks
 * its own version of the standard is read as far as it goes, and the notes say
 * where. What a contract has no word for is kept in members `x-odcs`, from where
 * {@link exportOdcs} writes it again.
 *
 * @throws {@link ContractFormatError} for what is no object, for values that
 * JSON cannot hold, for types nested deeper than 64 levels and for more than
 * 5,000 properties.
 *
 * @public
 */
export function importOdcs(
  document: unknown,
  options: ImportOdcsOptions = {},
): { contract: Contract; lossy: LossNote[] } {
  refuseUnheld(findUnheld(document));
  const walk = new FormatWalk();
  const source = readObject(document, '');
  noteHead(source, walk);
  const name = options.name ?? readName(source);
  const title = member(source, 'name', isText, 'a text', '', walk);
  const description = readPurpose(source, walk);
  const owner = options.owner ?? readOwner(source);
  const id = own(source, 'id');
  const levels = readServiceLevels(
    member(source, 'slaProperties', isList, 'a list', '', walk) ?? [],
    '/slaProperties',
    walk,
  );
  const metadata: Contract['metadata'] = {
    name,
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    version: options.version ?? readVersion(source, walk),
    status: readStatus(source, walk),
    ...(owner !== undefined && { owner }),
    source: { type: 'odcs', ...(isFilledText(id) && { uri: id }) },
  };
  return {
    contract: {
      apiVersion: 'understudy.dev/v1alpha1',
      kind: 'InterfaceContract',
      metadata: keep(metadata, { other: restOf(source, metadata, levels) }),
      spec: {
        subject: options.subject ?? `dataset:default/${safeName(name)}`,
        role: 'provider',
        ports: readPorts(source, walk),
        ...(Object.keys(levels).length > 0 && { serviceLevels: levels }),
        compatibility: { profile: 'sql' },
      },
    },
    lossy: walk.lossy,
  };
}

/** What the document says besides its schema, but for what an export would say of its own accord. */
function restOf(
  source: ParsedObject,
  metadata: Contract['metadata'],
  levels: ServiceLevels,
): JsonObject {
  const plain: JsonObject = {
    ...writePlainHead(metadata),
    slaProperties: writePlainLevels(levels).written,
  };
  const said = Object.keys(source).filter(key => {
    const value = own(source, key);
    const some = !Array.isArray(value) || value.length > 0;
    return some && Object.hasOwn(plain, key) && isSame(value, plain[key]);
  });
  const objects = own(source, 'schema');
  return readJson(
    omit(source, [
      ...['apiVersion', 'kind', ...said],
      ...(isList(objects) && objects.length > 0 ? ['schema'] : []),
    ]),
    '',
  ) as JsonObject;
}

function readPorts(source: ParsedObject, walk: FormatWalk): Port[] {
  const objects = member(source, 'schema', isList, 'a list', '', walk) ?? [];
  if (objects.length === 0) {
    walk.note('', 'NO_SCHEMA', 'The document has no schema, and so no ports.');
  }
  const ports = new Map<string, Port>();
  objects.forEach((object, index) => {
    const at = pointerTo('/schema', index);
    const name = isObject(object) ? own(object, 'name') : undefined;
    if (!isObject(object) || !isFilledText(name)) {
      walk.note(
        at,
        'OBJECT_WITHOUT_NAME',
        'An object of the schema has a name: this one is left out.',
      );
    } else if (ports.has(name)) {
      walk.note(
        at,
        'DUPLICATE_NAME',
        `The name ${quote(name)} was there before; this object is left out.`,
      );
    } else {
      ports.set(name, readPort(name, object, at, isOld(source), walk));
    }
  });
  return [...ports.values()];
}

function readPort(
  name: string,
  object: ParsedObject,
  pointer: string,
  old: boolean,
  walk: FormatWalk,
): Port {
  const place = pointerTo(pointer, 'properties');
  const properties = member(
    object,
    'properties',
    isList,
    'a list',
    pointer,
    walk,
  );
  const reader = new PropertyReader(walk, keepProperty);
  const fields = reader.readAll(properties ?? [], place);
  if (fields.length === 0) {
    walk.note(
      pointer,
      'NO_PROPERTIES',
      `The object ${quote(name)} says nothing of its properties.`,
    );
  }
  if (old) {
    noteNewerRules(object, pointer, walk);
    noteNewerParts(properties ?? [], place, walk);
  }
  const rules = readQuality(object, pointer, walk);
  const port: Port = {
    name,
    direction: 'out',
    schema: {
      kind: 'object',
      fields,
      // Who reads a table names the columns.
      unknown: 'ignore',
    },
    ...readKeys(fields),
    ordering: 'named',
    ...(rules && { quality: rules }),
  };
  return keep(port, {
    other: readJson(
      omit(object, [
        'name',
        ...(fields.length > 0 ? ['properties'] : []),
        ...(rules ? ['quality'] : []),
      ]),
      pointer,
    ) as JsonObject,
  });
}

/** Keeps of a property what its field does not say, or says in other words. */
function keepProperty(source: ParsedObject, field: Field): Field {
  const nested = [
    ...(field.type.kind === 'object' && isList(own(source, 'properties'))
      ? ['properties']
      : []),
    ...(field.quality ? ['quality'] : []),
  ];
  const mapped = withoutFields(
    readJson(pick(source, PROPERTY_KEYS), '') as JsonObject,
  );
  const { type } = hollow(mapped, field.type);
  const plain = withoutFields(
    new PropertyWriter(new FormatWalk()).writePlain({ ...field, type }, ''),
  );
  return keep(field, {
    other: readJson(
      omit(source, [...PROPERTY_KEYS, ...nested]),
      '',
    ) as JsonObject,
    ...(!isSame(mapped, plain) && { spelling: mapped }),
  });
}
