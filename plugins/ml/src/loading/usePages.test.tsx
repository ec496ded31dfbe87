import { act, renderHook, waitFor } from '@testing-library/react';
import { usePages } from './usePages';

const ofLetters = async (cursor?: string) =>
  cursor ? { items: ['c'] } : { items: ['a', 'b'], nextCursor: 'b' };

describe('usePages', () => {
  it('puts one page under the other until there are no more', async () => {
    const { result } = renderHook(() => usePages(ofLetters));
    await waitFor(() => expect(result.current.more).toBeDefined());
    expect(result.current.loaded.data?.items).toEqual(['a', 'b']);

    act(() => result.current.more?.());
    await waitFor(() =>
      expect(result.current.loaded.data?.items).toEqual(['a', 'b', 'c']),
    );
    expect(result.current.more).toBeUndefined();
  });

  it('begins anew with another list', async () => {
    const ofNumbers = async () => ({ items: ['1'] });
    const { result, rerender } = renderHook(
      ({ load }) => usePages<string>(load),
      {
        initialProps: { load: ofLetters as () => Promise<{ items: string[] }> },
      },
    );
    await waitFor(() => expect(result.current.more).toBeDefined());
    act(() => result.current.more?.());
    await waitFor(() =>
      expect(result.current.loaded.data?.items).toHaveLength(3),
    );

    rerender({ load: ofNumbers });
    await waitFor(() =>
      expect(result.current.loaded.data?.items).toEqual(['1']),
    );
  });

  it('keeps what is there when the next page cannot be read', async () => {
    const failing = async (cursor?: string) => {
      if (cursor) {
        throw new Error('down');
      }
      return { items: ['a'], nextCursor: 'a' };
    };
    const { result } = renderHook(() => usePages(failing));
    await waitFor(() => expect(result.current.more).toBeDefined());
    act(() => result.current.more?.());
    await waitFor(() => expect(result.current.moreError?.message).toBe('down'));
    expect(result.current.loaded.data?.items).toEqual(['a']);
  });
});
