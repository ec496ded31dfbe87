import { Box, placeBeside } from './placeBeside';
import { Point } from './types';

const box = (id: string): Box => ({ id, width: 200, height: 60 });
const kept = new Map<string, Point>([
  ['a', { x: 0, y: 0 }],
  ['b', { x: 300, y: 0 }],
]);

function place(ids: string, connections: string) {
  return placeBeside(
    ids.split('').map(box),
    connections.split(' ').map(text => {
      const [source, target] = text.split('>');
      return { source, target };
    }),
    kept,
  );
}

function expectNoOverlap(places: ReadonlyMap<string, Point>) {
  const all = [...places.values()];
  all.forEach((point, index) => {
    for (const other of all.slice(index + 1)) {
      expect(
        Math.abs(point.x - other.x) >= 200 || Math.abs(point.y - other.y) >= 60,
      ).toBe(true);
    }
  });
}

describe('placeBeside', () => {
  it('moves nothing that stands', () => {
    const places = place('abcde', 'a>b b>c c>d e>a');
    expect(places.get('a')).toEqual({ x: 0, y: 0 });
    expect(places.get('b')).toEqual({ x: 300, y: 0 });
  });

  it('puts what is new on the side that the data say', () => {
    const places = place('abcd', 'a>b b>c d>a');
    expect(places.get('c')!.x).toBeGreaterThan(500);
    expect(places.get('d')!.x).toBeLessThan(-200);
  });

  it('uses the column that is there', () => {
    expect(place('abc', 'a>b a>c').get('c')!.x).toBe(300);
  });

  it('finds gaps for many, near where they belong', () => {
    const many = 'cdefghijklm';
    const places = place(
      `ab${many}`,
      `a>b ${many
        .split('')
        .map(id => `b>${id}`)
        .join(' ')}`,
    );
    expectNoOverlap(places);
    const heights = many.split('').map(id => places.get(id)!.y);
    expect(Math.abs(Math.min(...heights) + Math.max(...heights))).toBeLessThan(
      200,
    );
  });

  it('reaches what is new through what is new', () => {
    const places = place('abcde', 'a>b d>e c>d b>c');
    expectNoOverlap(places);
    expect(places.get('e')!.x).toBeGreaterThan(places.get('d')!.x);
  });

  it('has a place for what is connected to nothing', () => {
    const places = place('abc', 'a>b');
    expectNoOverlap(places);
    expect(places.size).toBe(3);
  });
});
