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
});
