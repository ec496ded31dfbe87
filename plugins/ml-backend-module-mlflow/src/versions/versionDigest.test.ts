import { MlflowModelVersion } from '@understudy/mlflow-client';
import { versionDigest } from './versionDigest';

const version: MlflowModelVersion = {
  name: 'm',
  version: '3',
  creationTimestamp: 1,
  lastUpdatedTimestamp: 2,
  source: 's3://bucket/m',
  runId: 'r',
  tags: [],
};
const sha = (digit: string) => `sha256:${digit.repeat(64)}`;

describe('versionDigest', () => {
  it('does not change with tags, description or time of update', () => {
    expect(
      versionDigest('eu', {
        ...version,
        description: 'better',
        lastUpdatedTimestamp: 99,
        tags: [{ key: 'a', value: 'b' }],
      }),
    ).toEqual(versionDigest('eu', version));
    expect(versionDigest('eu', version)).toEqual({
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      digestStrength: 'record',
    });
  });

  it.each([
    ['server', 'us', {}],
    ['name', 'eu', { name: 'n' }],
    ['version', 'eu', { version: '4' }],
    ['source', 'eu', { source: 's3://bucket/n' }],
    ['run', 'eu', { runId: 'q' }],
    ['logged model', 'eu', { modelId: 'm-1' }],
    ['creation', 'eu', { creationTimestamp: 2 }],
  ])('changes with the %s', (_, server, change) => {
    expect(versionDigest(server, { ...version, ...change }).digest).not.toBe(
      versionDigest('eu', version).digest,
    );
  });

  it('prefers the strongest tag that is a digest', () => {
    const reported = {
      key: 'understudy.dev/reported-digest',
      value: sha('b'),
    };
    expect(versionDigest('eu', { ...version, tags: [reported] })).toEqual({
      digest: sha('b'),
      digestStrength: 'reported',
    });
    const artifact = {
      key: 'understudy.dev/artifact-digest',
      value: sha('a'),
    };
    expect(
      versionDigest('eu', { ...version, tags: [reported, artifact] }),
    ).toEqual({ digest: sha('a'), digestStrength: 'artifact' });
    expect(
      versionDigest('eu', {
        ...version,
        tags: [reported, { ...artifact, value: 'md5:1' }],
      }).digestStrength,
    ).toBe('reported');
  });
});
