import { startOfWindow } from './startOfWindow';

describe('startOfWindow', () => {
  it('keeps what is smaller than a millisecond', () => {
    expect(startOfWindow('2026-03-01T00:00:00.000000001Z', 86_400_000)).toBe(
      '2026-02-28T00:00:00.000000001Z',
    );
    expect(startOfWindow('2026-03-01T00:00:00.123456789Z', 1)).toBe(
      '2026-03-01T00:00:00.122456789Z',
    );
  });

  it('does not go below the first time there is', () => {
    expect(startOfWindow('2026-03-01T00:00:00.000000000Z', 1e15)).toBe(
      '1970-01-01T00:00:00.000000000Z',
    );
  });
});
