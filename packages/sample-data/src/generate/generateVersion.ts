import { createHash } from 'node:crypto';
import type { DigestStrength } from '@understudy/plugin-ml-common';
import type { SourceVersion } from '@understudy/plugin-ml-node';
import { createRandom, nextNormal } from './createRandom';
import { MetricSeries, RecordDefinition, SampleServerId } from './types';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** How sure one can be of a digest depends on the server, as in real life. */
const digestStrengths: Record<SampleServerId, DigestStrength> = {
  'eu-prod': 'artifact',
  'us-prod': 'reported',
  research: 'record',
};

/**
 * Version number `number` of a record, 1 being the oldest. The same arguments
 * give the same version, whatever was generated before.
 */
export function generateVersion(
  definition: RecordDefinition,
  number: number,
): SourceVersion {
  const random = createRandom(
    `${definition.server}/${definition.name}/${number}`,
  );
  const createdAt = createdAtOf(definition, number, random());
  const digest = sha256(`${definition.artifact}@${number}`);
  const note = definition.notes?.find(({ version }) => version === number);
  return {
    recordVersion: String(number),
    digest: `sha256:${digest}`,
    digestStrength: digestStrengths[definition.server],
    ...(note && { description: note.text }),
    artifactUri: `s3://${definition.server}-models/${definition.name}/${number}`,
    runId: sha256(`run ${definition.artifact}@${number}`).slice(0, 32),
    createdBy: definition.createdBy,
    createdAt,
    metrics: definition.metrics.map(series => ({
      rawName: series.rawName,
      value: metricValue(series, {
        progress: progress(definition, number),
        deviation: nextNormal(random),
        number,
      }),
      ...(series.dataset && {
        dataset: series.dataset,
        datasetDigest: `sha256:${sha256(`dataset ${series.dataset}`)}`,
      }),
      ...(series.split && { split: series.split }),
      observedAt: createdAt,
    })),
    params: definition.params.map(({ key, values }) => ({
      key,
      value:
        values[
          Math.floor(((number - 1) * values.length) / definition.versions)
        ],
    })),
    tags: [
      { key: 'git.commit', value: sha256(`commit ${digest}`).slice(0, 40) },
      { key: 'pipeline', value: definition.createdBy },
    ],
    ...(definition.signature && { signature: definition.signature }),
    components: definition.components?.(number) ?? [],
    links: [],
  };
}

/** All versions of a record, oldest first. */
export function generateVersions(
  definition: RecordDefinition,
): SourceVersion[] {
  return Array.from({ length: definition.versions }, (_, index) =>
    generateVersion(definition, index + 1),
  );
}

function createdAtOf(
  definition: RecordDefinition,
  number: number,
  jitter: number,
): string {
  const age = (definition.versions - number) * definition.everyHours * HOUR_MS;
  // Training never takes equally long: up to 25 minutes earlier.
  const early = Math.floor(jitter * 25 * MINUTE_MS);
  return new Date(Date.parse(definition.lastAt) - age - early).toISOString();
}

/** 0 for the first version, close to 1 for the last, quick in the beginning. */
function progress(definition: RecordDefinition, number: number): number {
  return definition.versions === 1
    ? 1
    : 1 - Math.exp((-4 * (number - 1)) / (definition.versions - 1));
}

function metricValue(
  series: MetricSeries,
  at: { progress: number; deviation: number; number: number },
): number {
  const exception = series.exceptions?.find(
    ({ version }) => version === at.number,
  );
  const value =
    exception?.value ??
    series.first +
      (series.last - series.first) * at.progress +
      series.noise * at.deviation;
  return Number(value.toFixed(series.decimals));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
