import { InlineLayout } from '../../__testUtils__/InlineLayout';
import { letterGraph } from '../../__testUtils__/builders';
import { groupFanOut } from '../model/groupFanOut';
import { toFlow } from '../model/toFlow';
import { arrangeAnew, arrangeBeside } from './arrange';

const flowOf = (root: string, connections: string) =>
  toFlow(
    groupFanOut(letterGraph(root, connections), {
      open: new Set(),
      folded: new Set(),
    }),
  );
const layoutApi = new InlineLayout();
const { signal } = new AbortController();

describe('arrangeAnew', () => {
  it('begins with the root in the middle of things', async () => {
    const { places } = await arrangeAnew(flowOf('b', 'a>b b>c'), {
      layoutApi,
      signal,
    });
    expect(places.get('b')).toEqual({ x: 0, y: 0 });
    expect(places.get('a')!.x).toBeLessThan(0);
  });

  it('leaves the root where it was', async () => {
    const { places } = await arrangeAnew(flowOf('b', 'a>b b>c c>d'), {
      layoutApi,
      signal,
      before: new Map([['b', { x: 70, y: 7 }]]),
    });
    expect(places.get('b')).toEqual({ x: 70, y: 7 });
  });
});

describe('arrangeBeside', () => {
  const before = new Map([
    ['a', { x: 0, y: 0 }],
    ['b', { x: 300, y: 5 }],
    ['gone', { x: 900, y: 0 }],
  ]);

  it('keeps what stands and adds what is new', () => {
    const places = arrangeBeside(flowOf('a', 'a>b b>c'), before);
    expect(places?.get('b')).toEqual({ x: 300, y: 5 });
    expect(places?.get('c')!.x).toBeGreaterThan(500);
    expect(places?.has('gone')).toBe(false);
  });

  it('gives up when most is new', () => {
    const many = Array.from({ length: 20 * 20 }, (_, index) =>
      index < 20 ? `b>n${index}` : `n${index % 20}>n${index}`,
    ).join(' ');
    expect(arrangeBeside(flowOf('a', `a>b ${many}`), before)).toBeUndefined();
    expect(arrangeBeside(flowOf('x', 'x>y'), before)).toBeUndefined();
  });
});
