import { extname } from 'node:path';
import { isRecord } from './isRecord';

/** Formats that a file can be in. */
export const formats = [
  'contract',
  'mlflow',
  'json-schema',
  'avro',
  'openlineage',
  'odcs',
  'feast',
  'oip',
] as const;

export type Format = (typeof formats)[number];

const AVRO_TYPES = ['record', 'error', 'enum', 'fixed', 'map'];
const SCHEMA_KEYWORDS = [
  ...['$schema', '$ref', '$defs', 'definitions', 'properties'],
  ...['allOf', 'anyOf', 'oneOf'],
];

/** Tells the format of a document by what is in it; nothing when it could be several. */
export function detectFormat(value: unknown, path: string): Format | undefined {
  if (extname(path) === '.avsc') {
    return 'avro';
  }
  if (!isRecord(value)) {
    return Array.isArray(value) ? 'avro' : undefined;
  }
  const has = (key: string) => Object.hasOwn(value, key);
  if (isOdcs(value)) {
    return 'odcs';
  }
  if (has('apiVersion') || has('kind')) {
    return 'contract';
  }
  if (has('flavors') || has('signature')) {
    return 'mlflow';
  }
  if (isFeast(value)) {
    return 'feast';
  }
  if (hasTensors(value.inputs) || hasTensors(value.outputs)) {
    return 'oip';
  }
  if (SCHEMA_KEYWORDS.some(has)) {
    return 'json-schema';
  }
  if (typeof value.type === 'string' && AVRO_TYPES.includes(value.type)) {
    return 'avro';
  }
  if (has('fields') || has('facets') || isRecord(value.schema)) {
    return 'openlineage';
  }
  return has('type') || has('enum') || has('const') ? 'json-schema' : undefined;
}

/** Contracts of ours have a group in their `apiVersion`, and ODCS has none. */
function isOdcs({ kind, apiVersion }: Record<string, unknown>): boolean {
  return (
    kind === 'DataContract' ||
    (kind === undefined &&
      typeof apiVersion === 'string' &&
      /^v\d+\.\d+/.test(apiVersion))
  );
}

/** A message of Feast, or the `spec` in it. */
function isFeast(value: Record<string, unknown>): boolean {
  const spec = isRecord(value.spec) ? value.spec : value;
  return (
    typeof spec.name === 'string' &&
    ['features', 'entityColumns', 'entity_columns'].some(key =>
      Array.isArray(spec[key]),
    )
  );
}

function hasTensors(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.some(tensor => isRecord(tensor) && 'datatype' in tensor)
  );
}
