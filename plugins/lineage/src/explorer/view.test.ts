import { FEW_NODES, LineageView, readView, writeView } from './view';

const read = (text: string) => readView(new URLSearchParams(text));
const write = (text: string, change: Partial<LineageView>) =>
  String(writeView(new URLSearchParams(text), change));

describe('the address', () => {
  it('says nothing at first', () => {
    expect(read('')).toEqual({
      root: undefined,
      direction: 'both',
      upstreamDepth: 2,
      downstreamDepth: 2,
      kinds: undefined,
      environment: undefined,
      asOf: undefined,
      limit: FEW_NODES,
      as: 'graph',
      field: undefined,
      selected: undefined,
      path: undefined,
      owners: [],
      systems: [],
      stages: [],
      parts: [],
      impact: false,
      findings: false,
      used: undefined,
    });
    expect(write('', {})).toBe('');
  });

  it('holds all that is chosen, and gives it back', () => {
    const view: LineageView = {
      root: 'ol:dataset:pg%3A%2F%2Fhost/orders',
      direction: 'upstream',
      upstreamDepth: 0,
      downstreamDepth: 20,
      kinds: ['job', 'model'],
      limit: 1_000,
      environment: '*',
      asOf: '2026-11-01T09:00:00.000Z',
      as: 'fields',
      field: 'card.country',
      selected: 'model:default/m',
      path: 'ol:job:air%20flow/a',
      owners: ['group:default/a', ''],
      systems: ['system:default/s', ''],
      stages: ['production'],
      parts: [
        { act: 'add', side: 'downstream', id: 'ol:job:air%20flow/a' },
        { act: 'open', side: 'upstream', kind: 'job', id: 'model:default/m' },
        { act: 'fold', side: 'upstream', id: 'model:default/m' },
      ],
      impact: true,
      findings: true,
      used: '3@blue',
    };
    expect(read(write('', view))).toEqual(view);
  });

  it.each(['99', '-1', '1.5', 'x', ''])(
    'takes the usual depth instead of %p',
    depth => {
      expect(read(`upstreamDepth=${depth}`).upstreamDepth).toBe(2);
    },
  );

  it('ignores words it does not know', () => {
    expect(read('direction=sideways&view=hologram&limit=5')).toMatchObject({
      direction: 'both',
      as: 'graph',
      limit: FEW_NODES,
    });
  });

  it('leaves alone what is not about the view', () => {
    expect(write('utm=1&view=table', { as: 'graph' })).toBe('utm=1');
  });

  it('names a field only where fields are shown', () => {
    expect(write('view=fields&field=amount', { as: 'table' })).toBe(
      'view=table',
    );
  });

  describe('of parts', () => {
    const parts = [
      'add upstream dataset:default/a',
      'add downstream dataset:default/b',
      'fold upstream dataset:default/c',
    ];
    const address = String(
      new URLSearchParams(parts.map(part => ['part', part])),
    );
    const partsOf = (text: string) => new URLSearchParams(text).getAll('part');

    it('keeps them whatever else is asked of the same root', () => {
      expect(
        partsOf(
          write(address, {
            upstreamDepth: 5,
            kinds: ['job'],
            environment: '*',
            asOf: '2026-11-01T09:00:00.000Z',
            as: 'table',
            direction: 'both',
          }),
        ),
      ).toEqual(parts);
    });

    it('forgets them with the root', () => {
      expect(partsOf(write(address, { root: 'model:default/m' }))).toEqual([]);
    });

    it('forgets what was added against the direction that is asked for', () => {
      expect(partsOf(write(address, { direction: 'downstream' }))).toEqual(
        parts.slice(1),
      );
      // Whoever adds against it afterwards wants to see it.
      expect(
        partsOf(write(`direction=downstream&${address}`, { impact: true })),
      ).toEqual(parts);
    });

    it('reads no more of them than it writes', () => {
      const many = Array.from(
        { length: 100 },
        (_, index) => `part=fold+upstream+dataset:default/${index}`,
      ).join('&');
      const { parts: latest } = read(many);
      expect(latest).toHaveLength(30);
      expect(latest.at(-1)?.id).toBe('dataset:default/99');
    });
  });
});
