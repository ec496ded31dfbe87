import { back, currentCursor, firstPage, forward } from './cursorTrail';

describe('cursorTrail', () => {
  it('walks forward and back, and keeps the rest of the address', () => {
    const first = new URLSearchParams('text=fraud');
    expect(currentCursor(first)).toBeUndefined();
    const third = forward(forward(first, 'b'), 'c');
    expect(currentCursor(third)).toBe('c');
    expect(currentCursor(back(third))).toBe('b');
    expect(back(back(third)).toString()).toBe('text=fraud');
    expect(firstPage(third).toString()).toBe('text=fraud');
  });

  it('keeps the address short', () => {
    let params = new URLSearchParams();
    for (let page = 0; page < 100; page += 1) {
      params = forward(params, `cursor-${page}`);
    }
    expect(currentCursor(params)).toBe('cursor-99');
    expect(params.getAll('after')).toHaveLength(20);
  });
});
