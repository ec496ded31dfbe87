import { gateWords } from './policyWords';
import {
  ArtifactGateSettings,
  ContractGateSettings,
  MetricGateSettings,
} from './PromotionPolicy';

describe('gateWords', () => {
  it.each<[Partial<MetricGateSettings>, string]>([
    [{ value: 0.9 }, 'auc is at least 0.9'],
    [{ op: 'between', value: 0, high: 1 }, 'auc is between 0 and 1'],
    [
      { value: 0.9, everySliceOf: 'market', slice: { channel: 'web' } },
      'auc for channel=web for every value of market is at least 0.9',
    ],
    [
      { relativeTo: 'champion' },
      'auc is not worse than that of the champion on the same data',
    ],
    [
      { relativeTo: 'previous', op: '>', value: 0.8 },
      'auc is more than 0.8 and better than that of the champion before the present one on the same data',
    ],
    [
      {
        relativeTo: 'baseline',
        tolerance: { absolute: 0.01, percent: 2 },
        sameDatasetDigest: false,
        minSamples: 50,
      },
      'auc is at most 0.01 or 2 % worse than that of the baseline on data of the same name, on at least 50 rows',
    ],
    [
      { relativeTo: 'champion', op: '<', tolerance: { percent: 2 } },
      'auc is better than that of the champion by more than 2 % on the same data',
    ],
    [
      { relativeTo: 'champion', significance: { test: 'ci-bound' } },
      'auc is not worse than that of the champion on the same data, also at the worse ends of both confidence intervals together',
    ],
    [
      { relativeTo: 'champion', significance: { test: 'two-proportion-z' } },
      'auc is not worse than that of the champion on the same data, with a risk of error of at most 0.05',
    ],
    [
      { relativeTo: 'champion', whenNoChampion: 'fail' },
      'auc is not worse than that of the champion on the same data; without one it fails',
    ],
    [
      { relativeTo: 'champion', whenNoChampion: 'pass' },
      'auc is not worse than that of the champion on the same data; without one it passes',
    ],
  ])('of the metric gate %j', (settings, words) => {
    expect(
      gateWords({
        id: 'g',
        type: 'metric',
        with: { metric: 'auc', op: '>=', ...settings },
      }),
    ).toBe(words);
  });

  const nobody = 'no consumer breaks by the contract of the version';

  it.each<[ContractGateSettings | undefined, string]>([
    [undefined, `${nobody}, and its number says what changed`],
    [{ mode: 'BY_PORT' }, `${nobody}, and its number says what changed`],
    [{ mode: 'NONE' }, nobody],
    [
      { mode: 'BACKWARD', profile: 'avro' },
      `${nobody}, and it reads what was written by the version before, and its number says what changed; read by the profile 'avro'`,
    ],
    [
      { consumers: 'none', allowWarnings: false },
      'what the version reads fits its contract, whatever consumers need, and its number says what changed, and there is no warning',
    ],
    [
      { consumers: 'declared' },
      'no consumer that declares what it needs breaks by the contract of the version, and its number says what changed',
    ],
  ])('of the contract gate %j', (settings, words) => {
    expect(gateWords({ id: 'g', type: 'contract', with: settings })).toBe(
      words,
    );
  });

  it('of overrides, with where and why', () => {
    const words = gateWords({
      id: 'g',
      type: 'contract',
      overrides: [
        {
          ruleId: 'FIELD_REMOVED',
          severity: 'warning',
          ports: ['outputs'],
          entities: ['model:default/x'],
          environments: ['staging'],
          reason: 'Nobody reads it',
        },
        { ruleId: 'UNIT_CHANGED', severity: 'off', reason: 'Only in name' },
      ],
    });
    expect(words).toBe(
      `${nobody}, and its number says what changed; FIELD_REMOVED at the ports outputs of model:default/x in staging counts as warning (Nobody reads it); UNIT_CHANGED counts as nothing (Only in name)`,
    );
  });

  it.each<[ArtifactGateSettings | undefined, string]>([
    [undefined, ''],
    [{ requireSignature: true }, ', a signature is among its files'],
    [{ requireVerifiedSignature: true }, ', known keys have signed it'],
    [{ requireSbom: true }, ', a bill of materials is among its files'],
    [{ maxCriticalCves: 0 }, ', it has at most 0 critical vulnerabilities'],
  ])('of the artifact gate %j', (settings, more) => {
    expect(gateWords({ id: 'g', type: 'artifact', with: settings })).toBe(
      `the registry has the version, with the digest that it was asked for with${more}`,
    );
  });
});
