import { LineageRunEngine, LineageRunTag } from '../../runs/types';
import { MAX_RUN_TAGS, SHOWN } from '../limits';
import { isMap, JsonMap, refuse, toShownText } from './checks';
import { EventReading } from './EventReading';

/**
 * Tags of a run, in the order in which they are stated. They are only shown, so
 * lenient reading leaves out what makes no sense rather than to lose the event;
 * undefined where nothing of it does, and what was stated before goes on to hold.
 */
export function readRunTags(
  { strict }: EventReading,
  facet: JsonMap,
  path: string,
): LineageRunTag[] | undefined {
  const list = facet.tags;
  if (!Array.isArray(list)) {
    return strict ? refuse(`${path}.tags`, list, 'is not a list') : undefined;
  }
  if (strict) {
    list.forEach((item, index) => requireTag(item, `${path}.tags[${index}]`));
  }
  const tags: LineageRunTag[] = [];
  for (const item of list) {
    const key = isMap(item) ? toLabel(item.key) : undefined;
    if (isMap(item) && key !== undefined) {
      const value = toLabel(item.value);
      const source = toLabel(item.source);
      tags.push({ key, ...(value && { value }), ...(source && { source }) });
    }
    if (tags.length === MAX_RUN_TAGS) {
      break;
    }
  }
  return tags.length > 0 || list.length === 0 ? tags : undefined;
}

/** Name and version of what carried out a run; lenient as {@link readRunTags}. */
export function readRunEngine(
  { strict }: EventReading,
  facet: JsonMap,
  path: string,
): LineageRunEngine | undefined {
  if (strict && typeof facet.version !== 'string') {
    refuse(`${path}.version`, facet.version, 'is not a text');
  }
  const name = toLabel(facet.name);
  const version = toLabel(facet.version);
  return name || version
    ? { ...(name && { name }), ...(version && { version }) }
    : undefined;
}

function requireTag(item: unknown, path: string): void {
  if (!isMap(item)) {
    refuse(path, item, 'is not an object');
  }
  for (const key of ['key', 'value']) {
    if (typeof item[key] !== 'string') {
      refuse(`${path}.${key}`, item[key], 'is not a text');
    }
  }
}

/** A short text; senders write numbers and booleans as such. */
function toLabel(value: unknown): string | undefined {
  const isPlain = ['string', 'number', 'boolean'].includes(typeof value);
  return isPlain
    ? toShownText(String(value), SHOWN.label).trim() || undefined
    : undefined;
}
