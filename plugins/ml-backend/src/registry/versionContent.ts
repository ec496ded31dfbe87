import { InputError } from '@backstage/errors';
import { VersionMetric, VersionSignature } from '@understudy/plugin-ml-common';
import { SourceVersion } from '@understudy/plugin-ml-node';
import { createHash } from 'node:crypto';
import { readableProvenance } from '../evidence/readableProvenance';
import { MetricDictionary } from './MetricDictionary';

/** How much of one version is kept. What is over is cut and counted. */
export const versionLimits = {
  metrics: 200,
  params: 500,
  tags: 200,
  signatureFields: 2000,
  components: 50,
  links: 20,
  name: 250,
  value: 6000,
  description: 10_000,
} as const;

/** A version as it is stored, without its identity. */
export interface VersionContent extends Omit<
  SourceVersion,
  'metrics' | 'recordVersion'
> {
  metrics: VersionMetric[];
}

/** A normalised version, and what could not be kept of it. */
export interface NormalizedVersion {
  content: VersionContent;
  /** Changes whenever anything that is stored changes. */
  contentHash: string;
  /** Metrics that are no finite numbers. */
  nonFiniteMetrics: number;
  /** Items left out because a limit was reached. */
  cutItems: number;
}

/**
 * Brings what a source tells into the shape that is stored: bounded, with
 * canonical metric names, in an order that does not change between reads.
 * Throws InputError when the version cannot be dated or has no digest.
 */
export function normalizeVersion(
  source: SourceVersion,
  dictionary: MetricDictionary,
): NormalizedVersion {
  let cutItems = 0;
  const cut = <T>(items: readonly T[], limit: number): T[] => {
    cutItems += Math.max(0, items.length - limit);
    return items.slice(0, limit);
  };
  const finite = source.metrics.filter(m => Number.isFinite(m.value));
  const content: VersionContent = {
    digest: readDigest(source),
    digestStrength: source.digestStrength,
    description: source.description?.slice(0, versionLimits.description),
    variant: source.variant?.slice(0, 250),
    artifactUri: source.artifactUri?.slice(0, 2000),
    runId: source.runId?.slice(0, 250),
    modelId: source.modelId?.slice(0, 250),
    stage: source.stage?.slice(0, 16),
    createdBy: source.createdBy?.slice(0, 250),
    createdAt: readTime(source.createdAt, `createdAt`, source),
    metrics: cut(
      finite
        .map(metric => normalizeMetric(metric, dictionary, source))
        .sort(byMetric),
      versionLimits.metrics,
    ),
    params: normalizePairs(cut(sortByKey(source.params), versionLimits.params)),
    tags: normalizePairs(cut(sortByKey(source.tags), versionLimits.tags)),
    signature: normalizeSignature(source.signature, cut),
    components: cut(source.components, versionLimits.components).map(
      ({ role, ref, version, digest }) => ({ role, ref, version, digest }),
    ),
    links: cut(
      source.links.filter(link => /^https?:\/\//i.test(link.url)),
      versionLimits.links,
    ).map(({ title, url }) => ({ title, url })),
    provenance: readableProvenance(source.provenance),
  };
  return {
    content,
    contentHash: createHash('sha256')
      .update(JSON.stringify(content))
      .digest('hex'),
    nonFiniteMetrics: source.metrics.length - finite.length,
    cutItems,
  };
}

function readDigest(source: SourceVersion): string {
  if (!source.digest || source.digest.length > 128) {
    throw new InputError(
      `Version '${source.recordVersion}' has the digest '${source.digest}'; 1 to 128 characters are needed`,
    );
  }
  return source.digest;
}

function readTime(value: string, field: string, source: SourceVersion): string {
  const time = new Date(value);
  if (Number.isNaN(time.getTime())) {
    throw new InputError(
      `Version '${source.recordVersion}' has '${value}' as ${field}, which is not a time`,
    );
  }
  return time.toISOString();
}

function normalizeMetric(
  metric: SourceVersion['metrics'][number],
  dictionary: MetricDictionary,
  source: SourceVersion,
): VersionMetric {
  const rawName = metric.rawName.slice(0, versionLimits.name);
  return {
    name: dictionary.canonicalName(rawName).slice(0, versionLimits.name),
    rawName,
    value: metric.value,
    dataset: metric.dataset?.slice(0, 500),
    datasetDigest: metric.datasetDigest?.slice(0, 128),
    split: metric.split?.slice(0, 64),
    observedAt:
      metric.observedAt &&
      readTime(metric.observedAt, `time of metric '${rawName}'`, source),
  };
}

function byMetric(a: VersionMetric, b: VersionMetric): number {
  return compare(metricKey(a), metricKey(b));
}

function metricKey(metric: VersionMetric): string {
  const { name, rawName, dataset = '', datasetDigest = '' } = metric;
  const { split = '', observedAt = '' } = metric;
  return JSON.stringify([
    name,
    rawName,
    dataset,
    datasetDigest,
    split,
    observedAt,
    metric.value,
  ]);
}

function sortByKey(pairs: readonly { key: string; value: string }[]) {
  return [...pairs].sort((a, b) => compare(a.key, b.key));
}

function normalizePairs(pairs: readonly { key: string; value: string }[]) {
  return pairs.map(({ key, value }) => ({
    key: key.slice(0, versionLimits.name),
    value: value.slice(0, versionLimits.value),
  }));
}

function normalizeSignature(
  signature: VersionSignature | undefined,
  cut: <T>(items: readonly T[], limit: number) => T[],
): VersionSignature | undefined {
  const fields = (list: VersionSignature['inputs']) =>
    cut(list, versionLimits.signatureFields).map(
      ({ name, type, required }) => ({
        name,
        type,
        required,
      }),
    );
  return (
    signature && {
      inputs: fields(signature.inputs),
      outputs: fields(signature.outputs),
    }
  );
}

/** By code unit: the same on every machine, unlike a locale's order. */
function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
