import { isMap, JsonMap } from '../reading/checks';
import { capFacet } from './capFacet';
import { redactName, redactText, REMOVED } from './redactText';
import { noteChange, SanitizeWalk } from './SanitizeWalk';
import { secrecyOfKeys } from './secrecyOfKeys';
import { isEnvironment, Secrecy, secrecyOf } from './secretKeys';

/** Deeper values are left out. */
const MAX_DEPTH = 100;
/** More lists and objects than the biggest event has room for. */
const MAX_VALUES = 3_000_000;
const LEFT_OUT = '[nested too deeply]';

const FACET_MAPS = new Set(['facets', 'inputFacets', 'outputFacets']);
const NAMES = new Set(['namespace', 'name', 'field']);

/**
 * An event without secrets, and what was taken out.
 *
 * @public
 */
export interface SanitizedOpenLineageEvent {
  /** The value itself when nothing had to be changed. */
  value: unknown;
  /** Places and what was done there, at most 100; never what was there. */
  changes: string[];
}

/**
 * Removes secrets from an event and cuts facets that are too big, so that
 * neither is ever stored. The same event always comes out the same, and what
 * came out stays as it is. Never throws.
 *
 * @public
 */
export function sanitizeOpenLineageEvent(
  value: unknown,
): SanitizedOpenLineageEvent {
  const walk: SanitizeWalk = {
    path: [],
    changes: [],
    weight: 0,
    left: MAX_VALUES,
  };
  return { value: cleanValue(walk, value, '', 0), changes: walk.changes };
}

/** @param key - of the map that the value is in, directly or in lists. */
function cleanValue(
  walk: SanitizeWalk,
  value: unknown,
  key: string,
  secrecy: Secrecy,
): unknown {
  switch (typeof value) {
    case 'string':
      return cleanString(walk, value, key, secrecy);
    case 'number':
      walk.weight += 25;
      return secrecy === 2 ? remove(walk) : value;
    case 'bigint':
      return cleanString(walk, String(value), key, secrecy);
    case 'object':
      break;
    default:
      walk.weight += 6;
      return value;
  }
  walk.weight += 6;
  if (value === null) {
    return value;
  }
  if (walk.path.length >= MAX_DEPTH || --walk.left < 0) {
    noteChange(walk, 'left out, nested too deeply');
    return LEFT_OUT;
  }
  return Array.isArray(value)
    ? cleanList(walk, value, key, secrecy)
    : cleanMap(walk, value as JsonMap, key, secrecy);
}

function cleanString(
  walk: SanitizeWalk,
  value: string,
  key: string,
  secrecy: Secrecy,
): string {
  // Six bytes is the most that JSON takes for one character.
  walk.weight += value.length * 6 + REMOVED.length + 3;
  if (secrecy > 0 && value !== '' && value !== REMOVED) {
    return remove(walk);
  }
  const clean = NAMES.has(key) ? redactName(value) : redactText(value);
  if (clean !== value) {
    noteChange(walk, 'secret removed from the text');
  }
  return clean;
}

function remove(walk: SanitizeWalk): string {
  noteChange(walk, 'removed');
  return REMOVED;
}

function cleanList(
  walk: SanitizeWalk,
  list: unknown[],
  key: string,
  secrecy: Secrecy,
): unknown[] {
  const ofEach = isEnvironment(key) ? 2 : secrecy;
  let copy: unknown[] | undefined;
  for (let i = 0; i < list.length; i++) {
    const item = list[i];
    walk.path.push(i);
    const clean = cleanValue(
      walk,
      item,
      key,
      typeof item === 'object' ? secrecy : ofArgument(list[i - 1], ofEach),
    );
    walk.path.pop();
    if (clean !== item) {
      copy ??= [...list];
      copy[i] = clean;
    }
  }
  return copy ?? list;
}

/** What follows `--password` in a list of arguments. */
function ofArgument(before: unknown, secrecy: Secrecy): Secrecy {
  return typeof before === 'string' &&
    before.startsWith('-') &&
    !before.includes('=') &&
    secrecyOf(before) > 0
    ? 2
    : secrecy;
}

function cleanMap(
  walk: SanitizeWalk,
  map: JsonMap,
  mapKey: string,
  secrecy: Secrecy,
): JsonMap {
  const isFacets = FACET_MAPS.has(mapKey);
  const ofKeys = secrecyOfKeys(map, mapKey, secrecy);
  let copy: JsonMap | undefined;
  for (const key of Object.keys(map)) {
    const value = map[key];
    const before = walk.weight;
    walk.path.push(key);
    let clean = cleanValue(walk, value, key, ofKeys(key, value));
    if (isFacets && isMap(clean)) {
      const capped = capFacet(key, clean, walk.weight - before);
      if (capped !== clean) {
        noteChange(walk, 'cut, it is too big');
        clean = capped;
      }
    }
    walk.path.pop();
    walk.weight += key.length * 6 + 4;
    if (clean !== value) {
      // The copy has all keys as its own, so that none of them, not even
      // __proto__, is anything but data.
      copy ??= { ...map };
      copy[key] = clean;
    }
  }
  return copy ?? map;
}
