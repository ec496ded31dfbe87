import { act, renderHook, waitFor } from '@testing-library/react';
import { useAction } from './useAction';

describe('useAction', () => {
  it('asks once, however often it is pressed', async () => {
    let answer = (_: string) => {};
    const ask = jest.fn(
      () =>
        new Promise<string>(resolve => {
          answer = resolve;
        }),
    );
    const { result } = renderHook(() => useAction(ask));
    act(() => {
      void result.current.run();
      void result.current.run();
    });
    expect(ask).toHaveBeenCalledTimes(1);
    expect(result.current.busy).toBe(true);
    await act(async () => answer('done'));
    expect(result.current).toMatchObject({ busy: false, result: 'done' });
  });

  it('tells what went wrong, and forgets it with the next try', async () => {
    const ask = jest.fn().mockRejectedValueOnce(new Error('down'));
    const { result } = renderHook(() => useAction(ask));
    act(() => void result.current.run());
    await waitFor(() => expect(result.current.error?.message).toBe('down'));
    ask.mockResolvedValueOnce('done');
    act(() => void result.current.run());
    await waitFor(() => expect(result.current.result).toBe('done'));
    expect(result.current.error).toBeUndefined();
  });
});
