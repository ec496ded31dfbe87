import { generateVersion, generateVersions } from './generateVersion';
import { RecordDefinition } from './types';

const definition: RecordDefinition = {
  server: 'eu-prod',
  name: 'fraud_score',
  kind: 'model',
  description: 'Scores payments',
  tags: [],
  aliases: [],
  versions: 40,
  lastAt: '2026-11-16T05:00:00.000Z',
  everyHours: 24,
  createdBy: 'training',
  artifact: 'fraud_score',
  metrics: [
    {
      rawName: 'roc_auc',
      dataset: 'holdout',
      split: 'test',
      first: 0.8,
      last: 0.9,
      noise: 0.001,
      decimals: 4,
      exceptions: [{ version: 39, value: 0.71 }],
    },
  ],
  params: [{ key: 'depth', values: ['6', '8'] }],
};

const aucOf = (number: number) =>
  generateVersion(definition, number).metrics[0].value;

describe('generateVersion', () => {
  it('gives the same version whatever was generated before', () => {
    const alone = generateVersion(definition, 17);
    generateVersions({ ...definition, name: 'another' });

    expect(generateVersions(definition)[16]).toEqual(alone);
  });

  it('gives every version numbers of its own', () => {
    const versions = generateVersions(definition);

    expect(new Set(versions.map(v => v.digest)).size).toBe(40);
    expect(new Set(versions.map(v => v.runId)).size).toBe(40);
    expect(generateVersion(definition, 20)).not.toEqual(
      generateVersion({ ...definition, name: 'another' }, 20),
    );
  });

  it('spaces versions by the rhythm of training and ends where the record ends', () => {
    const times = generateVersions(definition).map(v =>
      Date.parse(v.createdAt),
    );
    const last = Date.parse(definition.lastAt);
    const latestPossible = times.map(
      (_, i) => last - (39 - i) * 24 * 3_600_000,
    );

    times.forEach((time, i) => {
      expect(time).toBeLessThanOrEqual(latestPossible[i]);
      expect(latestPossible[i] - time).toBeLessThan(25 * 60_000);
    });
  });

  it('lets a metric settle between its first and last value', () => {
    expect(aucOf(1)).toBeCloseTo(0.8, 2);
    expect(aucOf(38)).toBeCloseTo(0.9, 2);
    expect(aucOf(38)).toBeGreaterThan(aucOf(5));
  });

  it('keeps the story of a version that went wrong', () => {
    expect(aucOf(39)).toBe(0.71);
  });

  it('says on what a metric was measured, and equal data have equal digests', () => {
    const [early, late] = [1, 40].map(
      number => generateVersion(definition, number).metrics[0],
    );

    expect(early).toMatchObject({ dataset: 'holdout', split: 'test' });
    expect(early.datasetDigest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(late.datasetDigest).toBe(early.datasetDigest);
  });

  it('takes the parameters in the order of time', () => {
    const depthOf = (number: number) =>
      generateVersion(definition, number).params[0].value;

    expect([1, 20, 21, 40].map(depthOf)).toEqual(['6', '6', '8', '8']);
  });

  it('gives copies of the same bytes on two servers the same digest', () => {
    const copy: RecordDefinition = {
      ...definition,
      server: 'us-prod',
      name: 'fraud-score',
    };

    expect(generateVersion(copy, 12).digest).toBe(
      generateVersion(definition, 12).digest,
    );
    expect(generateVersion(copy, 12).digestStrength).toBe('reported');
    expect(generateVersion(definition, 12).digestStrength).toBe('artifact');
  });
});
