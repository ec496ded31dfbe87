import { boundsOf, boxAt, boxPath, touches } from './bounds';

const boxes = [
  { id: 'a', x: 0, y: 0, width: 10, height: 10 },
  { id: 'b', x: 30, y: -20, width: 10, height: 10 },
];

describe('bounds', () => {
  it('are around all boxes', () => {
    expect(boundsOf(boxes)).toEqual({ x: 0, y: -20, width: 40, height: 30 });
    expect(boundsOf([])).toEqual({ x: 0, y: 0, width: 0, height: 0 });
  });

  it('say what is at a point, or near it', () => {
    expect(boxAt(boxes, { x: 5, y: 5 }, 0)).toBe('a');
    expect(boxAt(boxes, { x: 42, y: -15 }, 3)).toBe('b');
    expect(boxAt(boxes, { x: 20, y: 0 }, 3)).toBeUndefined();
  });

  it('say what is in view', () => {
    expect(touches(boxes[0], { x: 5, y: 5, width: 100, height: 1 })).toBe(true);
    expect(touches(boxes[0], { x: 11, y: 0, width: 5, height: 5 })).toBe(false);
  });

  it('make one path of many boxes', () => {
    expect(boxPath(boxes)).toBe('M0 0h10v10h-10zM30 -20h10v10h-10z');
  });
});
