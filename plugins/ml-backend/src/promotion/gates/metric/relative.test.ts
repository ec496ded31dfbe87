import fc from 'fast-check';
import { MetricGateSettings } from '../../../policy/PromotionPolicy';
import {
  CANDIDATE,
  CHAMPION,
  compare,
  measured,
} from './__testUtils__/relative';

const nobody = { measurements: [] };

describe('a metric gate that compares', () => {
  it.each<
    [
      op: MetricGateSettings['op'],
      tolerance: MetricGateSettings['tolerance'],
      candidate: number,
      champion: number,
      status: string,
    ]
  >([
    ['>=', undefined, 0.93, 0.93, 'pass'],
    ['>=', undefined, 0.94, 0.93, 'pass'],
    ['>=', undefined, 0.92, 0.93, 'fail'],
    ['>', undefined, 0.93, 0.93, 'fail'],
    ['>', undefined, 0.931, 0.93, 'pass'],
    ['<=', undefined, 3.9, 4, 'pass'],
    ['<=', undefined, 4.1, 4, 'fail'],
    ['<', undefined, 4, 4, 'fail'],
    ['<', undefined, 3.9, 4, 'pass'],
    ['>=', { absolute: 0.002 }, 0.928, 0.93, 'pass'],
    ['>=', { absolute: 0.002 }, 0.9279, 0.93, 'fail'],
    ['<=', { absolute: 0.1 }, 4.1, 4, 'pass'],
    ['<=', { absolute: 0.1 }, 4.11, 4, 'fail'],
    ['>', { absolute: 0.01 }, 0.94, 0.93, 'fail'],
    ['>', { absolute: 0.01 }, 0.941, 0.93, 'pass'],
    ['<', { absolute: 0.1 }, 3.9, 4, 'fail'],
    ['<', { absolute: 0.1 }, 3.89, 4, 'pass'],
    ['>=', { percent: 10 }, 0.81, 0.9, 'pass'],
    ['>=', { percent: 10 }, 0.8, 0.9, 'fail'],
    ['<=', { percent: 10 }, -3.6, -4, 'pass'],
    ['<=', { percent: 10 }, -3.5, -4, 'fail'],
    ['>=', { absolute: 0.2, percent: 10 }, 0.7, 0.9, 'pass'],
    ['>=', { absolute: 0.01, percent: 10 }, 0.82, 0.9, 'pass'],
  ])(
    '%s with %j: %p against %p is a %s',
    (op, tolerance, candidate, champion, status) => {
      const verdict = compare(
        { op, tolerance },
        [measured(candidate)],
        [measured(champion)],
      );
      expect(verdict.status).toBe(status);
      expect(verdict.remedy === undefined).toBe(status === 'pass');
    },
  );

  it('says what both did, and shows both', () => {
    expect(
      compare(
        { tolerance: { absolute: 0.002 } },
        [measured(0.92)],
        [measured(0.93)],
      ),
    ).toEqual({
      status: 'fail',
      summary: `roc_auc on holdout (test) = 0.92, 0.93 for ${CHAMPION}: 0.01 worse; demanded: roc_auc is at most 0.002 worse than that of the champion on the same data`,
      remedy: expect.stringContaining('train one'),
      evidence: [
        expect.objectContaining({ ref: CANDIDATE, digest: 'sha256:d1' }),
        expect.objectContaining({ ref: CHAMPION, digest: 'sha256:d1' }),
      ],
    });
  });

  it.each([
    [0.95, 0.94, 'pass'],
    [0.85, 0.8, 'fail'],
    [0.95, 0.96, 'fail'],
  ])(
    'demands the bound as well as the comparison: %p against %p is a %s',
    (candidate, champion, status) => {
      const verdict = compare(
        { value: 0.9 },
        [measured(candidate)],
        [measured(champion)],
      );
      expect(verdict.status).toBe(status);
    },
  );

  it('compares on the same data only', () => {
    const elsewhere = [
      measured(0.5, { datasetDigest: 'sha256:d0' }),
      measured(0.4, { dataset: 'other' }),
      measured(0.4, { split: 'validation' }),
      measured(0.4, { slice: { market: 'de' } }),
    ];
    expect(compare({}, [measured(0.9)], elsewhere)).toMatchObject({
      status: 'unknown',
      summary: `${CHAMPION} was not evaluated on the data of ${CANDIDATE}: roc_auc on holdout (test) has the digest sha256:d1, and there sha256:d0`,
      remedy: `Evaluate ${CHAMPION} on the data with the digest sha256:d1`,
    });
    expect(
      compare({ sameDatasetDigest: false }, [measured(0.9)], elsewhere),
    ).toMatchObject({ status: 'pass' });
    expect(
      compare(
        {},
        [measured(0.9)],
        [
          ...elsewhere,
          // An older evaluation on the same data counts, not a newer one on other.
          measured(0.95, { observedAt: '2026-11-01T00:00:00.000Z' }),
        ],
      ),
    ).toMatchObject({ status: 'fail' });
  });

  it('does not know that data are the same without a digest', () => {
    expect(
      compare(
        {},
        [measured(0.9, { datasetDigest: undefined })],
        [measured(0.8, { datasetDigest: undefined })],
      ),
    ).toMatchObject({
      status: 'unknown',
      remedy: expect.stringContaining('sameDatasetDigest: false'),
    });
  });

  it('does not know what nobody measured', () => {
    expect(compare({}, [measured(0.9)], [])).toMatchObject({
      status: 'unknown',
      summary: `${CHAMPION} has no measurement of roc_auc on holdout (test) to compare with`,
    });
    expect(compare({}, [], [measured(0.9)])).toMatchObject({
      status: 'unknown',
      summary: `${CANDIDATE} has no measurement of roc_auc`,
    });
    expect(compare({}, [measured(0.9)], [measured(NaN)])).toMatchObject({
      status: 'unknown',
      summary: expect.stringContaining('not a number'),
    });
    expect(
      compare(
        { minSamples: 100 },
        [measured(0.9, { n: 100 })],
        [measured(0.9, { n: 99 })],
      ),
    ).toMatchObject({
      status: 'unknown',
      summary: expect.stringContaining(`of ${CHAMPION} is of 99 rows`),
    });
  });

  it.each([
    ['champion', undefined, undefined, 'pass'],
    ['champion', 'absolute-only', undefined, 'pass'],
    ['champion', 'absolute-only', 0.95, 'fail'],
    ['champion', 'absolute-only', 0.9, 'pass'],
    ['champion', 'pass', 0.95, 'pass'],
    ['champion', 'fail', 0.9, 'fail'],
    ['previous', undefined, undefined, 'pass'],
    ['previous', 'fail', undefined, 'fail'],
    ['baseline', undefined, 0.9, 'unknown'],
    ['baseline', 'absolute-only', 0.9, 'pass'],
    ['baseline', 'pass', undefined, 'pass'],
  ] as const)(
    'without a %s, told %p, with the bound %p: %s',
    (relativeTo, whenNoChampion, value, status) => {
      const verdict = compare(
        { relativeTo, whenNoChampion, value },
        [measured(0.93)],
        nobody,
      );
      expect(verdict.status).toBe(status);
    },
  );

  it('wants the first version to be measured at least', () => {
    expect(compare({}, [], nobody).status).toBe('unknown');
    expect(compare({ whenNoChampion: 'pass' }, [], nobody).status).toBe('pass');
    expect(compare({}, [measured(0.9)], nobody).summary).toContain(
      'there is no version yet that is the champion',
    );
  });

  it('does not know while nobody can tell which version it is', () => {
    const doubt = `Several versions have the alias 'baseline': '1', '2'`;
    expect(
      compare({ relativeTo: 'baseline', whenNoChampion: 'pass' }, [], {
        measurements: [],
        doubt,
      }),
    ).toMatchObject({ status: 'unknown', summary: doubt });
  });
});

describe('a metric gate that compares for sure', () => {
  const ci = (low: number, high: number) => ({
    ci: [low, high] as [number, number],
  });

  it.each([
    ['>=', 0.95, [0.945, 0.955], 0.93, [0.925, 0.935], 0, 'pass'],
    ['>=', 0.935, [0.93, 0.94], 0.93, [0.925, 0.935], 0, 'fail'],
    ['>=', 0.935, [0.93, 0.94], 0.93, [0.925, 0.935], 0.003, 'pass'],
    ['>=', 0.935, [0.93, 0.94], 0.93, [0.925, 0.935], 0.002, 'fail'],
    ['>', 0.95, [0.945, 0.955], 0.93, [0.925, 0.935], 0.01, 'pass'],
    ['>', 0.95, [0.945, 0.955], 0.93, [0.925, 0.935], 0.014, 'fail'],
    ['<=', 3.5, [3.3, 3.7], 4, [3.8, 4.2], 0, 'pass'],
    ['<=', 3.9, [3.7, 4.1], 4, [3.8, 4.2], 0, 'fail'],
    ['<=', 3.9, [3.7, 4.1], 4, [3.8, 4.2], 0.2, 'pass'],
  ] as const)(
    'by intervals, %s: %p %j against %p %j, %p tolerated, is a %s',
    (op, candidate, own, champion, other, absolute, status) => {
      const verdict = compare(
        { op, tolerance: { absolute }, significance: { test: 'ci-bound' } },
        [measured(candidate, ci(own[0], own[1]))],
        [measured(champion, ci(other[0], other[1]))],
      );
      expect(verdict.status).toBe(status);
    },
  );

  it.each([
    [0.95, 10_000, 0.93, 10_000, undefined, 'pass'],
    [0.95, 100, 0.93, 100, undefined, 'fail'],
    [0.95, 300, 0.93, 300, 0.4, 'pass'],
    [0.95, 1000, 0.93, 1000, 0.05, 'pass'],
    [0.95, 1000, 0.93, 1000, 0.01, 'fail'],
    [1, 1, 1, 1, undefined, 'fail'],
  ])(
    'by shares: %p of %p against %p of %p at %p is a %s',
    (candidate, n, champion, m, alpha, status) => {
      const verdict = compare(
        { significance: { test: 'two-proportion-z', alpha } },
        [measured(candidate, { n })],
        [measured(champion, { n: m })],
      );
      expect(verdict.status).toBe(status);
    },
  );

  it.each([
    ['ci-bound', {}, {}, 'unknown', "Add the interval as 'ci'"],
    ['ci-bound', ci(0.9, 0.99), {}, 'unknown', "Add the interval as 'ci'"],
    ['two-proportion-z', {}, { n: 9 }, 'unknown', "number of rows as 'n'"],
    ['two-proportion-z', { n: 9 }, { n: 0 }, 'unknown', "rows as 'n'"],
    ['two-proportion-z', { value: 1.5, n: 9 }, { n: 9 }, 'error', 'ci-bound'],
    ['two-proportion-z', { n: 9 }, { value: -1, n: 9 }, 'error', 'ci-bound'],
  ] as const)('by %s cannot tell from %j and %j: %s', (...row) => {
    const [test, candidate, champion, status, remedy] = row;
    expect(
      compare(
        { significance: { test } },
        [measured(0.95, candidate)],
        [measured(0.93, champion)],
      ),
    ).toMatchObject({ status, remedy: expect.stringContaining(remedy) });
  });
});

describe('comparisons of any numbers', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const rows = fc.integer({ min: 1, max: 100_000 });
  const significance = fc.constantFrom<MetricGateSettings['significance'][]>(
    undefined,
    { test: 'ci-bound' },
    { test: 'two-proportion-z', alpha: 0.01 },
    { test: 'two-proportion-z' },
  );
  const tolerance = fc.record({
    absolute: fc.double({ min: 0, max: 1, noNaN: true }),
    percent: fc.double({ min: 0, max: 100, noNaN: true }),
  });
  const world = fc.record({
    op: fc.constantFrom(
      '>=' as const,
      '>' as const,
      '<=' as const,
      '<' as const,
    ),
    significance,
    tolerance,
    champion: share,
    n: rows,
    m: rows,
    half: fc.double({ min: 0, max: 0.2, noNaN: true }),
  });
  type World = typeof world extends fc.Arbitrary<infer T> ? T : never;
  const passes = (
    candidate: number,
    { op, champion, n, m, half, ...rest }: World,
  ) =>
    compare(
      { op, ...rest },
      [measured(candidate, { n, ci: [candidate - half, candidate + half] })],
      [measured(champion, { n: m, ci: [champion - half, champion + half] })],
    ).status === 'pass';

  it('never prefer the worse of two candidates', () => {
    fc.assert(
      fc.property(share, share, world, (a, b, known) => {
        const higherIsBetter = known.op.startsWith('>');
        const [worse, better] = a < b === higherIsBetter ? [a, b] : [b, a];
        fc.pre(passes(worse, known));
        expect(passes(better, known)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('never fail for what they tolerate', () => {
    fc.assert(
      fc.property(share, world, tolerance, (candidate, known, more) => {
        // A strict operator demands more by it.
        const lax = {
          ...known,
          op: known.op.startsWith('>') ? '>=' : '<=',
        } as const;
        fc.pre(passes(candidate, lax));
        const { absolute, percent } = lax.tolerance;
        expect(
          passes(candidate, {
            ...lax,
            tolerance: {
              absolute: absolute + more.absolute,
              percent: percent + more.percent,
            },
          }),
        ).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('pass for sure only what passes by the numbers', () => {
    fc.assert(
      fc.property(share, world, (candidate, known) => {
        fc.pre(passes(candidate, known));
        expect(passes(candidate, { ...known, significance: undefined })).toBe(
          true,
        );
      }),
      { numRuns: 1000 },
    );
  });
});
