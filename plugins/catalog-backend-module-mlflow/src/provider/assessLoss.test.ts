import { ImportPlan, KnownRecord } from '@understudy/plugin-ml-node';
import { assessLoss } from './assessLoss';

function planOf(before: number, dropped: number): ImportPlan {
  const gone = Array.from({ length: dropped }, (_, i): KnownRecord => ({
    name: `m${i}`,
    kind: 'model',
    entityRef: `model:default/m${i}`,
    snapshot: { tags: [] },
    firstSeenAt: '',
  }));
  return {
    models: [],
    bound: [],
    ignored: [],
    ignoredInIntake: [],
    collisions: [],
    records: [],
    dropped: gone,
    before,
    counts: {
      records: 0,
      prompts: 0,
      bound: 0,
      ignored: 0,
      imported: 0,
      gone: 0,
      withoutOwner: 0,
    },
  };
}

describe('assessLoss', () => {
  it.each([
    [0, 0, false],
    [10, 0, false],
    [10, 2, false],
    [10, 3, true],
    [1, 1, true],
    [1000, 201, true],
  ])('of %d records %d go: held %s', (before, dropped, held) => {
    expect(assessLoss(planOf(before, dropped), 20) !== undefined).toBe(held);
  });

  it('describes the loss', () => {
    expect(assessLoss(planOf(10, 3), 20)).toEqual({
      before: 10,
      after: 7,
      removed: ['model:default/m0', 'model:default/m1', 'model:default/m2'],
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('tells losses apart', () => {
    const fingerprint = (dropped: number) =>
      assessLoss(planOf(10, dropped), 20)?.fingerprint;
    expect(fingerprint(3)).toBe(fingerprint(3));
    expect(fingerprint(3)).not.toBe(fingerprint(4));
  });

  it('can be told to hold nothing, or everything', () => {
    expect(assessLoss(planOf(10, 10), 100)).toBeUndefined();
    expect(assessLoss(planOf(1000, 1), 0)).toBeDefined();
  });
});
