import { Contract } from '../../contract/Contract';
import { Json } from '../../fields/json';
import { FormatWalk } from '../FormatWalk';
import { isSame, JsonObject } from './Kept';
import {
  readOwner,
  readPurpose,
  readStatus,
  readVersion,
} from './readDocument';
import { isFilledText, isObject } from './tolerant';

type Metadata = Contract['metadata'];

/** What the document says of itself, as nobody has written it before. */
export function writePlainHead(metadata: Metadata): JsonObject {
  const { name, title, version, status, description, owner } = metadata;
  return {
    id: name,
    version,
    status,
    ...(title !== undefined && { name: title }),
    ...(description !== undefined && { description: { purpose: description } }),
    ...(owner !== undefined && { team: { name: owner } }),
  };
}

/** The same, in the words of the document before as long as they still mean it. */
export function writeHead(
  metadata: Metadata,
  before: JsonObject,
  walk: FormatWalk,
): JsonObject {
  const { version, status, description, owner } = metadata;
  const plain = writePlainHead(metadata);
  const quiet = new FormatWalk();
  const still = (key: string, means: boolean): Record<string, Json> =>
    means && before[key] !== undefined ? { [key]: before[key] } : {};
  const purpose = before.description;
  if (
    before.team !== undefined &&
    owner !== undefined &&
    readOwner(before) !== owner
  ) {
    walk.note(
      '/metadata/owner',
      'NOT_HELD',
      `There is no place for the owner ${owner}: the document says which team it is of.`,
    );
  }
  return {
    ...plain,
    ...still('id', isFilledText(before.id)),
    ...still('version', readVersion(before, quiet) === version),
    ...still('status', readStatus(before, quiet) === status),
    ...still('team', true),
    ...(isObject(purpose) &&
      description !== undefined && {
        description: { ...(purpose as JsonObject), purpose: description },
      }),
    ...still('description', isSame(readPurpose(before, quiet), description)),
  };
}
