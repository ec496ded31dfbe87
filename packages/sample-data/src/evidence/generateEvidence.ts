import { createHash } from 'node:crypto';
import type { EvidenceAddition } from '@understudy/plugin-ml-common';
import type { SourceVersion } from '@understudy/plugin-ml-node';
import { createRandom, nextNormal } from '../generate/createRandom';
import { EvidenceDefinition } from './EvidenceDefinition';
import { signSample } from './signSample';

const HOUR_MS = 3_600_000;
const BINS = 10;

type Evaluations = NonNullable<EvidenceAddition['evaluations']>;
type Metric = Evaluations[number]['metrics'][number];

/**
 * What a pipeline would have added about a version. The same arguments give
 * the same evidence, and its numbers are those of the version itself.
 */
export function generateEvidence(
  definition: EvidenceDefinition,
  version: SourceVersion,
): EvidenceAddition {
  const commit = version.tags.find(({ key }) => key === 'git.commit')?.value;
  return {
    evaluations: evaluationsOf(definition, version),
    artifacts: artifactsOf(definition, version),
    baselines: baselinesOf(definition, version),
    provenance: {
      run: { id: version.runId ?? version.recordVersion },
      ...(commit
        ? {
            code: {
              repository: definition.repository,
              commit,
              path: 'train.py',
            },
          }
        : {}),
      data: definition.trainedOn.map(ref => ({
        ref,
        digest: `sha256:${sha256(`${ref}@${version.recordVersion}`)}`,
      })),
      environment: {
        image: 'ml/training:2026.10',
        digest: `sha256:${sha256('training image 2026.10')}`,
      },
      trainedBy: version.createdBy,
    },
    card: { text: definition.card },
    labels: [
      { key: 'calibrated', value: 'isotonic' },
      { key: 'reviewed-by', value: 'model-risk' },
    ],
    riskTier: definition.riskTier,
  };
}

/** One per dataset and split that the version was measured on. */
function evaluationsOf(
  definition: EvidenceDefinition,
  version: SourceVersion,
): Evaluations {
  const datasets = new Map<string, SourceVersion['metrics']>();
  for (const metric of version.metrics) {
    if (metric.dataset) {
      const key = JSON.stringify([metric.dataset, metric.split]);
      datasets.set(key, [...(datasets.get(key) ?? []), metric]);
    }
  }
  return [...datasets.values()].map(metrics => {
    const [{ dataset = '', datasetDigest, split }] = metrics;
    const random = createRandom(`${definition.record} ${dataset} ${split}`);
    return {
      dataset,
      ...(datasetDigest ? { datasetDigest } : {}),
      ...(split ? { split } : {}),
      metrics: metrics.map(({ rawName, value }) =>
        measured(rawName, value, definition.rows),
      ),
      slices: definition.slices.flatMap(({ key, shares }) =>
        Object.entries(shares).map(([name, share]) => ({
          by: { [key]: name },
          metrics: metrics.map(({ rawName, value }) =>
            measured(
              rawName,
              // Small slices are further from the whole.
              value * (1 + (nextNormal(random) * 0.012) / Math.sqrt(share)),
              Math.round(definition.rows * share),
            ),
          ),
        })),
      ),
      evaluatedAt: new Date(
        Date.parse(version.createdAt) + 2 * HOUR_MS,
      ).toISOString(),
      tool: 'mlflow.evaluate',
    };
  });
}

/** With an interval that gets narrower with the number of rows. */
function measured(name: string, exact: number, n: number): Metric {
  const value = rounded(exact);
  const half = Math.abs(value) * (2 / Math.sqrt(n));
  return { name, value, ci: [rounded(value - half), rounded(value + half)], n };
}

function artifactsOf(
  { record, signer }: EvidenceDefinition,
  version: SourceVersion,
): EvidenceAddition['artifacts'] {
  const uri = version.artifactUri;
  const file = (path: string, sizeBytes: number, mediaType: string) => ({
    path,
    ...(uri ? { uri: `${uri}/${path}` } : {}),
    digest: `sha256:${sha256(`${record}@${version.recordVersion}/${path}`)}`,
    sizeBytes,
    mediaType,
  });
  const files = [
    {
      path: 'model',
      ...(uri ? { uri } : {}),
      digest: version.digest,
      sizeBytes: 18_400_000,
    },
    file('MLmodel', 1_420, 'application/yaml'),
    file('requirements.txt', 310, 'text/plain'),
  ];
  return [...files, signSample('model.intoto.jsonl', files, signer)];
}

function baselinesOf(
  definition: EvidenceDefinition,
  version: SourceVersion,
): EvidenceAddition['baselines'] {
  return definition.fields.map(({ field, mean, deviation, range }) => {
    const random = createRandom(
      `${definition.record}/${version.recordVersion}/${field}`,
    );
    const [low, high] = range;
    const center = mean * (1 + nextNormal(random) * 0.02);
    const edges = Array.from({ length: BINS + 1 }, (_, index) =>
      rounded(low + ((high - low) * index) / BINS),
    );
    const weights = edges.slice(1).map((edge, index) => {
      const middle = (edge + edges[index]) / 2;
      return Math.exp(-(((middle - center) / deviation) ** 2) / 2);
    });
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const counts = weights.map(weight =>
      Math.floor((definition.rows * weight) / total),
    );
    return {
      field,
      dataset: definition.trainedOn[0],
      n: definition.rows,
      edges,
      counts,
      mean: rounded(center),
      standardDeviation: deviation,
    };
  });
}

function rounded(value: number): number {
  return Number(value.toFixed(5));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
