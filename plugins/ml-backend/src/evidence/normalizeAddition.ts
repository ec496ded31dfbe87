import { InputError } from '@backstage/errors';
import { canonicalJson } from '@understudy/contracts';
import { EvidenceAddition, NewArtifact } from '@understudy/plugin-ml-common';
import { createHash } from 'node:crypto';
import { MetricDictionary } from '../registry/MetricDictionary';
import { isSignature } from '../promotion/gates/facts/fileKinds';
import { versionLimits } from '../registry/versionContent';
import { additionLimits, CLOCK_SKEW_MS } from './evidenceLimits';
import {
  NormalizedAddition,
  NormalizedEvaluation,
  NormalizedMetric,
  WHOLE_DATASET,
} from './NormalizedAddition';

type GivenEvaluation = NonNullable<EvidenceAddition['evaluations']>[number];
type GivenMetric = GivenEvaluation['metrics'][number];

/** What an addition is checked against. */
export interface NormalizeOptions {
  dictionary: MetricDictionary;
  /** The configured risk tiers. */
  riskTiers: readonly string[];
  now: Date;
}

/**
 * Brings an addition of the right shape into the one that is stored. Throws
 * InputError for what contradicts itself. Pure.
 */
export function normalizeAddition(
  addition: EvidenceAddition,
  options: NormalizeOptions,
): NormalizedAddition {
  const { artifacts = [], baselines = [], labels = [], riskTier } = addition;
  requireDistinct('artifacts', 'path', artifacts, ({ path }) => path);
  artifacts.forEach(checkContent);
  requireDistinct('baselines', 'field', baselines, ({ field }) => field);
  requireDistinct('labels', 'key', labels, ({ key }) => key);
  if (riskTier && !options.riskTiers.includes(riskTier.tier)) {
    throw new InputError(
      `riskTier.tier is '${riskTier.tier}'; allowed are ${options.riskTiers.map(tier => `'${tier}'`).join(', ')}`,
    );
  }
  return {
    evaluations: (addition.evaluations ?? []).map((evaluation, index) =>
      normalizeEvaluation(evaluation, `evaluations.${index}`, options),
    ),
    artifacts,
    baselines,
    labels,
    provenance: addition.provenance,
    card: addition.card,
    riskTier,
  };
}

/** SHA-256 over the canonical form of a value. */
export function contentHash(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

/** What is kept is told by its digest, and nothing else is kept. */
function checkContent(artifact: NewArtifact, index: number): void {
  const { path, content, digest } = artifact;
  if (content === undefined) {
    return;
  }
  if (!isSignature(artifact)) {
    throw new InputError(
      `artifacts.${index}.content is given for '${path}', which does not sign other files; leave it out, or give the file its media type`,
    );
  }
  const has = `sha256:${createHash('sha256').update(content).digest('hex')}`;
  if (has !== digest) {
    throw new InputError(
      `artifacts.${index}.digest of '${path}' is '${digest}', and the content has '${has}'; send the text of the file as it is, with its line ends`,
    );
  }
}

function normalizeEvaluation(
  evaluation: GivenEvaluation,
  field: string,
  { dictionary, now }: NormalizeOptions,
): NormalizedEvaluation {
  const { metrics, slices = [], evaluatedAt, ...about } = evaluation;
  const at = new Date(evaluatedAt);
  if (at.getTime() > now.getTime() + CLOCK_SKEW_MS) {
    throw new InputError(
      `${field}.evaluatedAt is '${evaluatedAt}', which is still to come; it is ${now.toISOString()} now`,
    );
  }
  requireDistinct(`${field}.slices`, 'by', slices, ({ by }) =>
    canonicalJson(by),
  );
  const all = [
    ...normalizeMetrics(metrics, `${field}.metrics`, WHOLE_DATASET, dictionary),
    ...slices.flatMap(({ by, metrics: ofSlice }, index) =>
      normalizeMetrics(
        ofSlice,
        `${field}.slices.${index}.metrics`,
        canonicalJson(by),
        dictionary,
      ),
    ),
  ];
  if (all.length > additionLimits.metrics) {
    throw new InputError(
      `${field} has ${all.length} metrics with those of its slices; ${additionLimits.metrics} are kept, so send it as several evaluations`,
    );
  }
  const said = { ...about, evaluatedAt: at.toISOString() };
  return {
    ...said,
    metrics: all,
    contentHash: contentHash({
      ...said,
      // Whatever the dictionary calls them today, and in any order.
      metrics: all
        .map(({ name: _, ...metric }) => canonicalJson(metric))
        .sort(),
    }),
  };
}

function normalizeMetrics(
  metrics: readonly GivenMetric[],
  field: string,
  slice: string,
  dictionary: MetricDictionary,
): NormalizedMetric[] {
  const given = new Map<string, string>();
  return metrics.map(metric => {
    const rawName = metric.name;
    const name = dictionary.canonicalName(rawName).slice(0, versionLimits.name);
    const other = given.get(name);
    if (other !== undefined) {
      throw new InputError(
        `${field}: '${other}' and '${rawName}' both stand for '${name}'; give it once`,
      );
    }
    given.set(name, rawName);
    return { ...metric, name, rawName, slice };
  });
}

function requireDistinct<T>(
  list: string,
  field: string,
  items: readonly T[],
  keyOf: (item: T) => string,
): void {
  const seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    const key = keyOf(item);
    if (seen.has(key)) {
      throw new InputError(
        `${list}.${index}.${field} is '${key}', which is given twice`,
      );
    }
    seen.add(key);
  }
}
