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
      limit: FEW_NODES,
      as: 'graph',
      selected: undefined,
      path: false,
      owners: [],
      impact: false,
      findings: false,
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
      as: 'table',
      selected: 'model:default/m',
      path: true,
      owners: ['group:default/a', ''],
      impact: true,
      findings: true,
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

  it('has no way to show without something selected', () => {
    expect(write('selected=a&path=1', { selected: undefined })).toBe('');
  });
});
