import { renderHook } from '@testing-library/react';
import { useLookAgain } from './useLookAgain';

describe('useLookAgain', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('looks only after something was asked for, and then for a while', () => {
    const look = jest.fn();
    const { rerender } = renderHook(({ asked }) => useLookAgain(asked, look), {
      initialProps: { asked: 0 },
    });
    jest.advanceTimersByTime(60_000);
    expect(look).not.toHaveBeenCalled();

    rerender({ asked: 1 });
    jest.advanceTimersByTime(60_000);
    const looks = look.mock.calls.length;
    expect(looks).toBeGreaterThan(1);

    jest.advanceTimersByTime(600_000);
    expect(look).toHaveBeenCalledTimes(looks);
  });

  it('stops when the page is left', () => {
    const look = jest.fn();
    const { unmount } = renderHook(() => useLookAgain(1, look));
    unmount();
    jest.advanceTimersByTime(60_000);
    expect(look).not.toHaveBeenCalled();
  });
});
