import { act, renderHook, waitFor } from '@testing-library/react';
import { useLoaded } from './useLoaded';

describe('useLoaded', () => {
  it('keeps what was read when a later read fails', async () => {
    const load = jest
      .fn()
      .mockResolvedValueOnce('first')
      .mockRejectedValueOnce(new Error('down'))
      .mockResolvedValueOnce('third');
    const { result } = renderHook(() => useLoaded<string>(load));
    await waitFor(() => expect(result.current.data).toBe('first'));

    act(() => {
      result.current.reload();
    });
    await waitFor(() => expect(result.current.error?.message).toBe('down'));
    expect(result.current.data).toBe('first');

    act(() => {
      result.current.reload();
    });
    await waitFor(() => expect(result.current.data).toBe('third'));
    expect(result.current.error).toBeUndefined();
  });

  it('drops the answer to another question', async () => {
    const ofA = async () => 'a';
    const ofB = () => new Promise<string>(() => {});
    const { result, rerender } = renderHook(
      ({ load }) => useLoaded<string>(load),
      { initialProps: { load: ofA as () => Promise<string> } },
    );
    await waitFor(() => expect(result.current.data).toBe('a'));
    rerender({ load: ofB });
    expect(result.current).toMatchObject({ data: undefined, loading: true });
  });

  it('keeps the page before while the next one is read, when asked to', async () => {
    const ofA = async () => 'a';
    const ofB = () => new Promise<string>(() => {});
    const { result, rerender } = renderHook(
      ({ load }) => useLoaded<string>(load, { keepPrevious: true }),
      { initialProps: { load: ofA as () => Promise<string> } },
    );
    await waitFor(() => expect(result.current.data).toBe('a'));
    rerender({ load: ofB });
    expect(result.current).toMatchObject({ data: 'a', loading: true });
  });

  it('ignores an answer that comes after that to a later question', async () => {
    let answerSlowly: (text: string) => void = () => {};
    const slow = () =>
      new Promise<string>(resolve => {
        answerSlowly = resolve;
      });
    const quick = async () => 'quick';
    const { result, rerender } = renderHook(
      ({ load }) => useLoaded<string>(load),
      { initialProps: { load: slow as () => Promise<string> } },
    );
    rerender({ load: quick });
    await waitFor(() => expect(result.current.data).toBe('quick'));
    await act(async () => answerSlowly('slow'));
    expect(result.current.data).toBe('quick');
  });
});
