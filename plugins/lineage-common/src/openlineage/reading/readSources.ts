import {
  JsonMap,
  refuse,
  toMap,
  toOptionalList,
  toOptionalMap,
} from './checks';
import { EventReading, readName } from './EventReading';
import { NameKey } from '../facts';
import { LIMITS } from '../limits';

/**
 * Sources as the explicit `lineage` facet lists them, of the whole and of each
 * field. Null stands for the event's own job.
 */
export function readSources(
  reading: EventReading,
  value: JsonMap,
  path: string,
): Set<NameKey | null> {
  const sources = new Set<NameKey | null>();
  readList(reading, value.inputs, `${path}.inputs`, sources);
  const fields = toOptionalMap(value.fields, `${path}.fields`);
  const names = fields ? Object.keys(fields) : [];
  if (names.length > LIMITS.columns) {
    refuse(
      `${path}.fields`,
      fields,
      `has ${names.length} fields, of ${LIMITS.columns} allowed`,
    );
  }
  for (const name of names) {
    const fieldPath = `${path}.fields.${name}`;
    const field = toMap(fields?.[name], fieldPath);
    readList(reading, field.inputs, `${fieldPath}.inputs`, sources);
  }
  return sources;
}

function readList(
  reading: EventReading,
  value: unknown,
  path: string,
  sources: Set<NameKey | null>,
): void {
  const list = toOptionalList(value, path, LIMITS.lineageEntries) ?? [];
  for (let i = 0; i < list.length; i++) {
    const itemPath = `${path}[${i}]`;
    const item = toMap(list[i], itemPath);
    sources.add(readEntity(reading, item, itemPath));
  }
}

/** A dataset, or a job; null: the event's own job, which may leave its name out. */
export function readEntity(
  reading: EventReading,
  value: JsonMap,
  path: string,
): NameKey | null {
  const type = readEntityType(reading, value, path);
  if (type === 'dataset') {
    return readName(reading, 'dataset', value, path);
  }
  if ((value.namespace ?? value.name ?? undefined) === undefined) {
    return reading.job
      ? null
      : refuse(`${path}.name`, undefined, 'is not a text');
  }
  return readName(reading, 'job', value, path);
}

function readEntityType(
  reading: EventReading,
  value: JsonMap,
  path: string,
): 'dataset' | 'job' {
  switch (value.type) {
    case 'DATASET':
      return 'dataset';
    case 'JOB':
      return 'job';
    default:
      if ((value.type ?? undefined) === undefined && !reading.strict) {
        return 'dataset';
      }
      return refuse(`${path}.type`, value.type, 'is neither DATASET nor JOB');
  }
}
