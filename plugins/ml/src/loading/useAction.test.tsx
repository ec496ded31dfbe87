import { act, renderHook } from '@testing-library/react';
import { useAction } from './useAction';

describe('useAction', () => {
  it('asks once for a double click', async () => {
    const done: (() => void)[] = [];
    const call = jest.fn(
      () => new Promise<void>(resolve => done.push(resolve)),
    );
    const { result } = renderHook(() => useAction(call));

    act(() => {
      result.current.run();
      result.current.run();
    });
    expect(result.current.busy).toBe(true);
    expect(call).toHaveBeenCalledTimes(1);

    await act(async () => done[0]());
    expect(result.current.busy).toBe(false);
    act(() => {
      result.current.run();
    });
    expect(call).toHaveBeenCalledTimes(2);
  });

  it('holds the error until the next attempt', async () => {
    const call = jest
      .fn()
      .mockRejectedValueOnce(new Error('changed'))
      .mockResolvedValueOnce('done');
    const { result } = renderHook(() => useAction(call));
    await act(async () => {
      expect(await result.current.run()).toBeUndefined();
    });
    expect(result.current.error?.message).toBe('changed');
    await act(async () => {
      expect(await result.current.run()).toBe('done');
    });
    expect(result.current.error).toBeUndefined();
  });
});
