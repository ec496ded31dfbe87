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
      temporary: false,
      colors: 'kind',
      all: false,
      place: undefined,
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
      temporary: true,
      colors: 'kind',
      all: false,
      place: undefined,
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

  describe('of the map', () => {
    const address = 'view=map&colors=owner&all=1&place=120,-40,0.25';

    it('holds what its colours mean, how much is on it and where one looks', () => {
      const shown = {
        colors: 'owner',
        all: true,
        place: { x: 120, y: -40, zoom: 0.25 },
      } as const;
      expect(read(address)).toMatchObject(shown);
      expect(
        read(write('view=map', { ...shown, colors: 'owner' })),
      ).toMatchObject(shown);
    });

    it('says no more exactly where one looks than it is seen', () => {
      const place = { x: 1234.567, y: -0.4, zoom: 0.123456 };
      expect(read(write('view=map', { place })).place).toEqual({
        x: 1235,
        y: 0,
        zoom: 0.123,
      });
    });

    it.each([
      '',
      '1,2',
      '1,2,0',
      '1,2,-1',
      'a,b,c',
      '1,,2',
      '1,2,3,4',
      '1,2,Infinity',
    ])('looks at all of it when the place is %p', place => {
      expect(read(`view=map&place=${place}`).place).toBeUndefined();
    });

    it.each<Partial<LineageView>>([
      { root: 'model:default/m' },
      { kinds: ['job'] },
      { direction: 'upstream' },
      { environment: '*' },
      { asOf: '2026-11-01T09:00:00.000Z' },
      { all: false },
      { place: undefined },
    ])('looks at all of it after %p', change => {
      const after = read(write(address, change));
      expect(after.place).toBeUndefined();
      expect(after.colors).toBe('owner');
    });

    it('stays where it is whatever else is chosen', () => {
      const after = read(
        write(address, { selected: 'model:default/m', colors: 'kind' }),
      );
      expect(after.place).toEqual({ x: 120, y: -40, zoom: 0.25 });
    });

    it('leaves nothing of it in the address of a graph', () => {
      expect(write(address, { as: 'graph' })).toBe('');
    });
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
