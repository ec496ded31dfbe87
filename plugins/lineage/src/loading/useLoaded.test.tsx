import { act, renderHook, waitFor } from '@testing-library/react';
import { useLoaded } from './useLoaded';

describe('useLoaded', () => {
  it('keeps what it knew when reading again fails', async () => {
    const load = jest.fn().mockResolvedValueOnce('one');
    const { result } = renderHook(() => useLoaded(load));
    expect(result.current.loading).toBe(true);
    await waitFor(() => expect(result.current.data).toBe('one'));
    load.mockRejectedValueOnce(new Error('down'));
    act(() => void result.current.reload());
    await waitFor(() => expect(result.current.error?.message).toBe('down'));
    expect(result.current.data).toBe('one');
    expect(result.current.readAt).toEqual(expect.any(Number));
    load.mockResolvedValueOnce('two');
    act(() => void result.current.reload());
    await waitFor(() => expect(result.current.data).toBe('two'));
    expect(result.current.error).toBeUndefined();
  });

  it('drops the answer to another question', async () => {
    const loads = [async () => 'one', () => new Promise<string>(() => {})];
    const { result, rerender } = renderHook(({ at }) => useLoaded(loads[at]), {
      initialProps: { at: 0 },
    });
    await waitFor(() => expect(result.current.data).toBe('one'));
    rerender({ at: 1 });
    expect(result.current.data).toBeUndefined();
    expect(result.current.loading).toBe(true);
  });

  it('shows the answer before while it fits, also when there is no new one', async () => {
    const loads = [
      async () => 'one',
      async () => {
        throw new Error('down');
      },
    ];
    const { result, rerender } = renderHook(
      ({ at }) => useLoaded<string>(loads[at], { keep: () => true }),
      { initialProps: { at: 0 } },
    );
    await waitFor(() => expect(result.current.data).toBe('one'));
    rerender({ at: 1 });
    expect(result.current.data).toBe('one');
    await waitFor(() => expect(result.current.error?.message).toBe('down'));
    expect(result.current.data).toBe('one');
  });

  it('ignores an answer that comes after a later question', async () => {
    const answers: ((text: string) => void)[] = [];
    const loads = [0, 1].map(
      () => () =>
        new Promise<string>(resolve => {
          answers.push(resolve);
        }),
    );
    const { result, rerender } = renderHook(({ at }) => useLoaded(loads[at]), {
      initialProps: { at: 0 },
    });
    rerender({ at: 1 });
    await act(async () => answers[1]('second'));
    await act(async () => answers[0]('first'));
    expect(result.current.data).toBe('second');
  });
});
