import { extname } from 'node:path';
import { isRecord } from './isRecord';

/** Formats that a file can be in. */
export const formats = [
  'contract',
  'mlflow',
  'json-schema',
  'avro',
  'openlineage',
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
  if (has('apiVersion') || has('kind')) {
    return 'contract';
  }
  if (has('flavors') || has('signature')) {
    return 'mlflow';
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
