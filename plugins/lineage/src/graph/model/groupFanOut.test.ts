import { letterGraph } from '../../__testUtils__/builders';
import { groupFanOut, MAX_SIBLINGS, sideKey } from './groupFanOut';

const NOTHING = { open: new Set<string>(), folded: new Set<string>() };
const many = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`);
const readers = (count: number) =>
  many('r', count)
    .map(id => `a>${id}`)
    .join(' ');

describe('groupFanOut', () => {
  it('leaves out what a way through jobs says as well, however things are grouped', () => {
    const graph = letterGraph('a', 'a>job job>b a>b', {
      isJob: id => id === 'job',
    });
    graph.edges[2] = { ...graph.edges[2], origin: 'both', parallel: true };
    const drawn = (folded: string[]) =>
      groupFanOut(graph, {
        open: new Set(),
        folded: new Set(folded),
      }).edges.map(({ source, target }) => `${source}>${target}`);
    expect(drawn([])).toEqual(['a>job', 'job>b']);
    expect(drawn([sideKey('a', 'downstream')])).toHaveLength(1);
  });

  it('draws twenty siblings one by one', () => {
    const grouped = groupFanOut(letterGraph('a', readers(20)), NOTHING);
    expect(grouped.groups).toEqual([]);
    expect(grouped.nodes).toHaveLength(21);
  });

  it('draws those beyond twenty as one', () => {
    const grouped = groupFanOut(letterGraph('a', readers(25)), NOTHING);
    expect(grouped.nodes).toHaveLength(1 + MAX_SIBLINGS);
    expect(grouped.groups).toHaveLength(1);
    expect(grouped.groups[0]).toMatchObject({
      parent: 'a',
      side: 'downstream',
      kind: 'unmapped',
      behind: [],
    });
    expect(grouped.groups[0].members).toHaveLength(5);
    expect(grouped.edges).toContainEqual(
      expect.objectContaining({ source: 'a', target: grouped.groups[0].id }),
    );
    expect(grouped.edges).toHaveLength(MAX_SIBLINGS + 1);
  });

  it('draws what is asked for one by one, with what lies behind it', () => {
    const grouped = groupFanOut(
      letterGraph('a', `${readers(25)} r9>x r8>y x>z`),
      { ...NOTHING, apart: new Set(['r9', 'r24', 'z']) },
    );
    const drawn = grouped.nodes.map(({ id }) => id);
    expect(drawn).toEqual(expect.arrayContaining(['r9', 'r24', 'x', 'z']));
    expect(grouped.groups[0].members).not.toContain('r24');
    expect(grouped.groups[0].members.length).toBeGreaterThan(0);
  });

  it('counts kinds apart, and sides', () => {
    const graph = letterGraph(
      'a',
      `${readers(15)} ${many('j', 15)
        .map(id => `a>${id}`)
        .join(' ')} ${many('s', 15)
        .map(id => `${id}>a`)
        .join(' ')}`,
      { isJob: id => id.startsWith('j') },
    );
    expect(groupFanOut(graph, NOTHING).groups).toEqual([]);
  });

  it('keeps the best connected', () => {
    const { groups } = groupFanOut(
      letterGraph('a', `${readers(25)} r24>x r24>y r23>z`),
      NOTHING,
    );
    expect(groups[0].members).not.toContain('r24');
    expect(groups[0].members).not.toContain('r23');
  });

  it('takes along what is reached through members only, and keeps what is not', () => {
    const chains = many('r', 25)
      .map(id => `a>${id} ${id}>${id}x ${id}x>${id}y`)
      .join(' ');
    const grouped = groupFanOut(
      letterGraph('a', `${chains} r9>shared r0>shared`),
      NOTHING,
    );
    const [group] = grouped.groups;
    expect(group.members).toHaveLength(5);
    expect(group.behind.sort()).toEqual(
      group.members.flatMap(id => [`${id}x`, `${id}y`]).sort(),
    );
    expect(grouped.nodes.map(({ id }) => id)).toContain('shared');
    expect(grouped.groupOf.get(`${group.members[0]}y`)).toBe(group.id);
  });

  it('draws connections between a group and what is shown once', () => {
    const joined = many('r', 25)
      .map(id => `a>${id} ${id}>end`)
      .join(' ');
    const grouped = groupFanOut(letterGraph('a', joined), NOTHING);
    expect(
      grouped.edges.filter(({ source }) => source === grouped.groups[0].id),
    ).toHaveLength(1);
  });

  it('opens a group', () => {
    const graph = letterGraph('a', readers(25));
    const { groups } = groupFanOut(graph, NOTHING);
    const opened = groupFanOut(graph, {
      ...NOTHING,
      open: new Set([groups[0].id]),
    });
    expect(opened.groups).toEqual([]);
    expect(opened.nodes).toHaveLength(26);
  });

  it('folds one side of a node, with all behind it', () => {
    const grouped = groupFanOut(letterGraph('a', 'z>a a>b a>c b>d d>e'), {
      ...NOTHING,
      folded: new Set([sideKey('a', 'downstream')]),
    });
    expect(grouped.nodes.map(({ id }) => id).sort()).toEqual(['a', 'z']);
    expect(grouped.groups).toHaveLength(1);
    expect(grouped.groups[0]).toMatchObject({
      members: ['b', 'c'],
      behind: ['d', 'e'],
    });
  });

  it('never hides the root, also on a cycle', () => {
    const circle = many('r', 30)
      .map(id => `a>${id} ${id}>a`)
      .join(' ');
    const grouped = groupFanOut(letterGraph('a', circle), NOTHING);
    expect(grouped.nodes.map(({ id }) => id)).toContain('a');
  });
});
