import { coerce, valid } from 'semver';
import { ContractMetadata } from '../../contract/Contract';
import { FormatWalk } from '../FormatWalk';
import { safeName } from '../importing/safeName';
import { own, ParsedObject, quote } from '../importing/values';
import { isFilledText, isObject, isText, member } from './tolerant';

export const STATUSES: ReadonlyMap<string, ContractMetadata['status']> =
  new Map([
    ['proposed', 'draft'],
    ['draft', 'draft'],
    ['active', 'active'],
    ['deprecated', 'deprecated'],
    ['retired', 'retired'],
  ]);

const ENTITY_REF = /^[A-Za-z0-9_.-]+:(?:[A-Za-z0-9_.-]+\/)?[A-Za-z0-9_.-]+$/;

export function readVersion(source: ParsedObject, walk: FormatWalk): string {
  const said = own(source, 'version');
  const text = typeof said === 'number' ? String(said) : said;
  if (isText(text) && valid(text) === text) {
    return text;
  }
  const version = (isText(text) && coerce(text)?.version) || '1.0.0';
  walk.note(
    said === undefined ? '' : '/version',
    'VERSION_READ_AS',
    `The version ${quote(said)} is no semantic one, and is read as ${version}.`,
  );
  return version;
}

export function readStatus(
  source: ParsedObject,
  walk: FormatWalk,
): ContractMetadata['status'] {
  const said = own(source, 'status');
  const status = STATUSES.get(String(said).toLowerCase());
  if (status === undefined) {
    walk.note(
      said === undefined ? '' : '/status',
      'STATUS_READ_AS',
      said === undefined
        ? 'There is no status: it is read as draft.'
        : `A contract has no status ${quote(said)}: it is read as draft.`,
    );
  }
  return status ?? 'draft';
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The id of the document where people can read it, and else what other tools take for a name too. */
export function readName(source: ParsedObject): string {
  const id = own(source, 'id');
  if (isText(id) && NAME.test(id) && !UUID.test(id)) {
    return id;
  }
  return safeName([own(source, 'name'), id].find(isFilledText) ?? '');
}

/** What the document says it is for. */
export function readPurpose(
  source: ParsedObject,
  walk: FormatWalk,
): string | undefined {
  const said = own(source, 'description');
  if (isText(said)) {
    walk.note(
      '/description',
      'NOT_AS_THE_STANDARD_SAYS',
      'This should be an object, and is read as the purpose.',
    );
    return said;
  }
  const description = member(
    source,
    'description',
    isObject,
    'an object',
    '',
    walk,
  );
  return (
    description &&
    member(description, 'purpose', isText, 'a text', '/description', walk)
  );
}

/** The team as an entity of the catalog, where its name is the ref of one. */
export function readOwner(source: ParsedObject): string | undefined {
  const team = own(source, 'team');
  const name = isObject(team) ? own(team, 'name') : undefined;
  return isText(name) && ENTITY_REF.test(name) ? name : undefined;
}
