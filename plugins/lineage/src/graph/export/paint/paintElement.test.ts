import { element, textElement } from '../xml';
import { fakeContext } from './__testUtils__/fakeContext';
import { paintElement } from './paintElement';

function paint(...elements: Parameters<typeof paintElement>[1][]) {
  const { context, painted } = fakeContext();
  elements.forEach(each => paintElement(context, each, 'Arial, sans-serif'));
  return painted;
}

describe('paintElement', () => {
  it('paints boxes, filled and framed', () => {
    expect(
      paint(
        element('rect', { width: 9, height: 8, fill: 'red' }),
        element('rect', {
          x: 1,
          y: 2,
          width: 3,
          height: 4,
          rx: 5,
          fill: 'none',
          stroke: 'blue',
          'stroke-width': 2,
        }),
      ),
    ).toEqual([
      'fill rect 0 0 9 8 0 at 0,0 fillStyle=red',
      'stroke rect 1 2 3 4 5 at 0,0 strokeStyle=blue lineWidth=2 dashes=',
    ]);
  });

  it('paints lines and shapes', () => {
    expect(
      paint(
        element('path', {
          d: 'M0 0h9',
          stroke: 'grey',
          'stroke-width': 1.5,
          'stroke-dasharray': '7 5',
        }),
        element('path', { d: 'M1 1z', fill: 'red', 'fill-rule': 'evenodd' }),
      ),
    ).toEqual([
      'stroke path M0 0h9 at 0,0 strokeStyle=grey lineWidth=1.5 dashes=7-5',
      'fill path M1 1z evenodd at 0,0 fillStyle=red',
    ]);
  });

  it('paints texts as they are', () => {
    expect(
      paint(
        textElement('a < b', { x: 1, y: 2, 'font-size': 12, fill: 'black' }),
        textElement('end', {
          y: 3,
          'font-size': 13,
          'font-weight': 600,
          'text-anchor': 'end',
          fill: 'red',
        }),
      ),
    ).toEqual([
      'text a < b 1 2 at 0,0 font=400 12px Arial, sans-serif textAlign=left fillStyle=black',
      'text end 0 3 at 0,0 font=600 13px Arial, sans-serif textAlign=right fillStyle=red',
    ]);
  });

  it('puts groups in their place, faint ones faintly, and goes back', () => {
    const dot = element('path', { d: 'M0 0z', fill: 'red' });
    expect(
      paint(
        element(
          'g',
          { transform: 'translate(10 -20.5)', opacity: 0.25 },
          element('title', {}, 'only said'),
          element('g', { transform: 'translate(1 1)' }, dot),
        ),
        dot,
      ),
    ).toEqual([
      'fill path M0 0z at 11,-19.5 fillStyle=red alpha=0.25',
      'fill path M0 0z at 0,0 fillStyle=red',
    ]);
  });
});
