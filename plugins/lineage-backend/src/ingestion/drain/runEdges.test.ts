import { diffRunEdges, RunEdge } from './runEdges';

const edge = (
  run: string,
  dst: number,
  more: Partial<RunEdge> = {},
): RunEdge => ({
  run_id: run,
  claimant_id: 1,
  src: 5,
  dst,
  src_root: 5,
  dst_root: dst,
  first_seen: '2',
  last_seen: '4',
  version: null,
  ...more,
});

describe('diffRunEdges', () => {
  it('counts runs that are new, and joins their times', () => {
    const { written, removed, claims } = diffRunEdges(
      [],
      [edge('a', 6), edge('b', 6, { first_seen: '1', last_seen: '9' })],
    );
    expect(written).toHaveLength(2);
    expect(removed).toEqual([]);
    expect([...claims.values()]).toEqual([
      {
        claimant: 1,
        src: 5,
        dst: 6,
        added: 2,
        first: '1',
        last: '9',
        recount: false,
      },
    ]);
  });

  it('says nothing of what is as it was', () => {
    const { written, removed, claims } = diffRunEdges(
      [edge('a', 6)],
      [edge('a', 6)],
    );
    expect([written, removed, claims.size]).toEqual([[], [], 0]);
  });

  it.each([
    ['is seen for longer', { first_seen: '1', last_seen: '5' }, false],
    ['was seen first later than it seemed', { first_seen: '3' }, true],
    ['was seen last earlier than it seemed', { last_seen: '3' }, true],
  ])(
    'counts again when it has to, where a connection %s',
    (_, more, recount) => {
      const { claims } = diffRunEdges([edge('a', 6)], [edge('a', 6, more)]);
      expect([...claims.values()]).toMatchObject([{ added: 0, recount }]);
    },
  );

  it('counts again what is gone, and what has gone over to another job', () => {
    const { written, removed, claims } = diffRunEdges(
      [edge('a', 6), edge('a', 7)],
      [edge('a', 7, { claimant_id: 2 })],
    );
    expect(removed).toEqual([edge('a', 6)]);
    expect(written).toEqual([edge('a', 7, { claimant_id: 2 })]);
    expect([...claims.values()]).toMatchObject([
      { claimant: 1, dst: 7, added: 0, recount: true },
      { claimant: 2, dst: 7, added: 1, recount: false },
      { claimant: 1, dst: 6, added: 0, recount: true },
    ]);
  });
});
