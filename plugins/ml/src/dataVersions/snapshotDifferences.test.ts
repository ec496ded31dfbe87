import { snapshotDifferences } from './snapshotDifferences';

describe('snapshotDifferences', () => {
  const before = {
    artifactUri: 's3://a',
    snapshot: { rows: 10, bytes: 100, asOf: '2026-03-01T00:00:00.000Z' },
  };

  it('says what became of rows, size, time and place', () => {
    expect(
      snapshotDifferences(before, {
        artifactUri: 's3://b',
        snapshot: { rows: 12, bytes: 100 },
      }),
    ).toEqual([
      { fact: 'rows', before: 10, after: 12 },
      { fact: 'asOf', before: '2026-03-01T00:00:00.000Z', after: undefined },
      { fact: 'place', before: 's3://a', after: 's3://b' },
    ]);
  });

  it('says nothing where nothing is different, or known', () => {
    expect(snapshotDifferences(before, before)).toEqual([]);
    expect(snapshotDifferences({}, {})).toEqual([]);
  });
});
