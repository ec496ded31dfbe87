import { FormatWalk } from '../FormatWalk';
import { own, ParsedObject, quote } from '../importing/values';
import { pointerTo } from '../pointers';
import { isObject } from './tolerant';

const REQUIRED = ['version', 'apiVersion', 'kind', 'id', 'status'] as const;

/** Versions of the standard that are alike enough to be read. */
const KNOWN_VERSION = /^v3\.(0|1)\.\d+$/;

/** Notes what the document as a whole should have, and what it should not have yet. */
export function noteHead(source: ParsedObject, walk: FormatWalk): void {
  for (const key of REQUIRED) {
    if (own(source, key) === undefined) {
      walk.note(
        '',
        'KEY_MISSING',
        `The key ${key} is missing, which ODCS requires.`,
      );
    }
  }
  const version = own(source, 'apiVersion');
  if (version !== undefined && !KNOWN_VERSION.test(String(version))) {
    walk.note(
      '/apiVersion',
      'STANDARD_VERSION_UNKNOWN',
      `This is read as ODCS 3.1, and says it is ${quote(version)}.`,
    );
  }
  const kind = own(source, 'kind');
  if (kind !== undefined && kind !== 'DataContract') {
    walk.note(
      '/kind',
      'KIND_UNKNOWN',
      `The kind of ODCS is DataContract, and not ${quote(kind)}.`,
    );
  }
  if (/^v3\.0\./.test(String(version)) && isObject(own(source, 'team'))) {
    noteNewer('/team', 'a team with a name', walk);
  }
}

/** Notes a part that the version which the document names does not have. */
export function noteNewer(
  pointer: string,
  what: string,
  walk: FormatWalk,
): void {
  walk.note(
    pointer,
    'NEWER_THAN_ITS_VERSION',
    `ODCS has ${what} since 3.1 only, and the document says that it is older: it is read all the same.`,
  );
}

/** Whether a document says that it is older than 3.1. */
export function isOld(source: ParsedObject): boolean {
  return /^v3\.0\./.test(String(own(source, 'apiVersion')));
}

/** Notes parts of properties that a document of 3.0 should not have, at any depth. */
export function noteNewerParts(
  properties: readonly unknown[],
  pointer: string,
  walk: FormatWalk,
): void {
  properties.forEach((property, index) => {
    const at = pointerTo(pointer, index);
    if (isObject(property)) {
      noteNewerProperty(property, at, walk);
    }
  });
}

function noteNewerProperty(
  property: ParsedObject,
  pointer: string,
  walk: FormatWalk,
): void {
  walk.deeper(pointer, () => {
    const options = own(property, 'logicalTypeOptions');
    for (const key of ['exclusiveMinimum', 'exclusiveMaximum']) {
      const bound = isObject(options) ? own(options, key) : undefined;
      if (bound !== undefined && typeof bound !== 'boolean') {
        const place = pointerTo(pointer, 'logicalTypeOptions', key);
        noteNewer(place, 'exclusive bounds that are values', walk);
      }
    }
    noteNewerRules(property, pointer, walk);
    const inner = own(property, 'properties');
    if (Array.isArray(inner)) {
      noteNewerParts(inner, pointerTo(pointer, 'properties'), walk);
    }
    const items = own(property, 'items');
    if (isObject(items)) {
      noteNewerProperty(items, pointerTo(pointer, 'items'), walk);
    }
  });
}

/** Rules of 3.0 name their metric `rule`. */
export function noteNewerRules(
  source: ParsedObject,
  pointer: string,
  walk: FormatWalk,
): void {
  const rules = own(source, 'quality');
  if (Array.isArray(rules)) {
    rules.forEach((rule, index) => {
      if (isObject(rule) && Object.hasOwn(rule, 'metric')) {
        const place = pointerTo(pointer, 'quality', index, 'metric');
        noteNewer(place, 'metrics', walk);
      }
    });
  }
}
