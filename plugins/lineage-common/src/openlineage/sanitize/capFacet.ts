import { JsonMap } from '../reading/checks';
import { keepEssentials } from './keepEssentials';

/** Of one facet, in JSON. */
const MAX_FACET_BYTES = 256 * 1024;
const MAX_SCHEMA_FIELDS = 5_000;
/** Facets that are cut, not replaced, are bounded too. */
const MAX_CUT_FACET_BYTES = 2 * 1024 * 1024;
const MAX_SCHEMA_BYTES = 1024 * 1024;

/**
 * The facet itself when it is small enough, else what is kept of it.
 *
 * @param weight - no less than its bytes: most are small, and need not be written to be measured.
 */
export function capFacet(
  name: string,
  facet: JsonMap,
  weight: number,
): JsonMap {
  if (name === 'schema') {
    return capSchema(facet, weight);
  }
  if (weight <= MAX_FACET_BYTES) {
    return facet;
  }
  const bytes = bytesOf(facet);
  if (bytes <= MAX_FACET_BYTES) {
    return facet;
  }
  const origin = stub(facet, bytes);
  const kept = keepEssentials(name, facet);
  if (!kept) {
    return origin;
  }
  const cut = { ...kept, ...origin };
  return bytesOf(cut) <= MAX_CUT_FACET_BYTES ? cut : origin;
}

function stub(facet: JsonMap, bytes: number): JsonMap {
  const kept: JsonMap = {};
  for (const key of ['_producer', '_schemaURL'] as const) {
    const value = facet[key];
    if (typeof value === 'string') {
      kept[key] = value.slice(0, 2_048);
    }
  }
  if (facet._deleted === true) {
    kept._deleted = true;
  }
  return { ...kept, _truncated: true, _bytes: bytesBefore(facet) ?? bytes };
}

/** What was cut before, and is still big, had more bytes than now. */
function bytesBefore({ _truncated, _bytes }: JsonMap): number | undefined {
  return _truncated === true && typeof _bytes === 'number' ? _bytes : undefined;
}

function capSchema(facet: JsonMap, weight: number): JsonMap {
  const { fields } = facet;
  let capped = facet;
  if (Array.isArray(fields) && fields.length > MAX_SCHEMA_FIELDS) {
    capped = {
      ...facet,
      fields: fields.slice(0, MAX_SCHEMA_FIELDS),
      _truncated: true,
      _fields: fields.length,
    };
  }
  if (weight <= MAX_SCHEMA_BYTES) {
    return capped;
  }
  return bytesOf(capped) <= MAX_SCHEMA_BYTES
    ? capped
    : stub(facet, bytesOf(facet));
}

function bytesOf(facet: JsonMap): number {
  return new TextEncoder().encode(JSON.stringify(facet)).length;
}
