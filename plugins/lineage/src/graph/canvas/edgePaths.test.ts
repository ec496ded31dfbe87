import { edge } from '../../__testUtils__/builders';
import { Box } from '../layout/placeBeside';
import { Point } from '../layout/types';
import { edgePaths, styleOf } from './edgePaths';

const boxes = new Map(
  ['a', 'b', 'c'].map((id, index) => [
    id,
    { id, x: index * 400, y: 0, width: 200, height: 60 },
  ]),
);
const bends = new Map([['a c', [{ x: 500, y: 100 }]]]);

describe('edgePaths', () => {
  it('draws each style as one path', () => {
    const { paths } = edgePaths(
      [
        edge('a', 'b'),
        edge('b', 'c'),
        edge('a', 'c', 'declared'),
        edge('c', 'b', 'both'),
      ],
      { boxes, bends },
    );
    expect(paths.map(({ style }) => style)).toEqual([
      'observed',
      'declared',
      'both',
    ]);
    expect(paths[0].lines.match(/M/g)).toHaveLength(2);
    expect(paths[0].heads.match(/z/g)).toHaveLength(2);
  });

  it('goes from the right of one to the left of the other', () => {
    const { paths } = edgePaths([edge('a', 'b')], { boxes, bends });
    expect(paths[0].lines).toMatch(/^M200 30C.* 394 30$/);
    expect(paths[0].heads).toContain('M394 26');
  });

  it('passes straight where a bend leads through a column', () => {
    const { paths } = edgePaths([edge('a', 'c')], { boxes, bends });
    expect(paths[0].lines).toContain(' 384 100H616C');
  });

  it('marks what is restricted, whatever else is known of it', () => {
    const restricted = edge('a', 'b', 'observed', { restricted: true });
    expect(styleOf(restricted)).toBe('restricted');
    expect(edgePaths([restricted], { boxes, bends }).labels).toEqual([
      { key: 'a b *', x: 297, y: 30 },
    ]);
  });

  it('puts words where no node covers them', () => {
    const restricted = edge('a', 'c', 'observed', { restricted: true });
    const labelWith = (more: [string, Box & Point][] = []) =>
      edgePaths([restricted], {
        boxes: new Map([...boxes, ...more]),
        bends,
      }).labels[0];
    // Behind the bend, in the gap before the end.
    expect(labelWith()).toMatchObject({ x: 705, y: 65 });
    const inTheWay = { id: 'd', x: 690, y: 60, width: 30, height: 30 };
    expect(labelWith([['d', inTheWay]])).toMatchObject({ x: 292, y: 65 });
  });

  it('leaves out what has no place', () => {
    expect(edgePaths([edge('a', 'nowhere')], { boxes, bends }).paths).toEqual(
      [],
    );
  });
});
