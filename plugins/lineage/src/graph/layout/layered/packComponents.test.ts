import * as fc from 'fast-check';
import { packComponents } from './packComponents';

describe('packComponents', () => {
  it('lets nothing touch anything else', () => {
    const size = fc.integer({ min: 1, max: 900 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ width: size, height: size }), { maxLength: 30 }),
        sizes => {
          const corners = packComponents(sizes);
          expect(corners).toHaveLength(sizes.length);
          corners.forEach(([x, y], one) =>
            corners.forEach(([otherX, otherY], other) => {
              const touches =
                x <= otherX + sizes[other].width &&
                otherX <= x + sizes[one].width &&
                y <= otherY + sizes[other].height &&
                otherY <= y + sizes[one].height;
              expect(touches).toBe(one === other);
            }),
          );
        },
      ),
    );
  });

  it('puts small ones beside each other below a large one', () => {
    const small = { width: 200, height: 60 };
    const corners = packComponents([
      small,
      { width: 2_000, height: 500 },
      small,
      small,
    ]);
    expect(corners[1]).toEqual([0, 0]);
    const ys = [0, 2, 3].map(index => corners[index][1]);
    expect(new Set(ys).size).toBe(1);
    expect(ys[0]).toBeGreaterThan(500);
  });
});
