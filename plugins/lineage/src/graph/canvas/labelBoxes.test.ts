import { labelBoxes } from './labelBoxes';

const face = (title: string) => ({ title, faint: false });

const boxes = new Map([
  ['a', { id: 'a', x: 0, y: 0, width: 232, height: 76 }],
  ['job', { id: 'job', x: 300, y: 0, width: 188, height: 42 }],
]);
const faces = new Map([
  ['a', face('orders')],
  ['job', face('a job with a long name')],
]);
const texts = (fontSize: number) =>
  labelBoxes({ boxes }, faces, fontSize).map(({ text }) => text);

describe('labelBoxes', () => {
  it('writes titles, cut to what has room', () => {
    expect(texts(20)).toEqual(['orders', 'a job with a…']);
  });

  it('leaves out what cannot be read in its box', () => {
    expect(texts(34)).toEqual(['orders']);
    expect(texts(70)).toEqual([]);
  });

  it('writes beside the colour of the owner', () => {
    const [{ x, y, plate }] = labelBoxes({ boxes }, faces, 20);
    expect(plate.x).toBeGreaterThan(0);
    expect(x).toBeGreaterThan(plate.x);
    expect(plate.x + plate.width).toBe(232);
    expect(y).toBe(38);
  });

  it('writes nothing on many', () => {
    const many = new Map(
      Array.from({ length: 151 }, (_, index) => [
        `${index}`,
        { id: `${index}`, x: index * 300, y: 0, width: 232, height: 76 },
      ]),
    );
    const named = new Map([...many.keys()].map(id => [id, face('t')]));
    expect(labelBoxes({ boxes: many }, named, 20)).toEqual([]);
  });
});
