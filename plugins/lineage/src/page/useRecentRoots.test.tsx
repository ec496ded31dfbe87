import { storageApiRef } from '@backstage/core-plugin-api';
import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import { act, renderHook } from '@testing-library/react';
import { ReactNode } from 'react';
import { useRecentRoots } from './useRecentRoots';

function render(stored?: unknown[]) {
  const storage = mockApis.storage();
  if (stored) {
    storage.forBucket('lineage').set('recent', stored as string[]);
  }
  return renderHook(() => useRecentRoots(), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <TestApiProvider apis={[[storageApiRef, storage]]}>
        {children}
      </TestApiProvider>
    ),
  });
}

describe('useRecentRoots', () => {
  it('keeps the latest first, each once, and no more than eight', async () => {
    const { result } = render();
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'b']) {
      await act(async () => result.current.remember(id, id.toUpperCase()));
    }
    expect(result.current.roots.map(({ id }) => id).join('')).toBe('bihgfedc');
    expect(result.current.roots[0].title).toBe('B');
  });

  it('ignores what is no such thing', () => {
    const { result } = render([{ id: 'a', title: 'A' }, 7, { id: 'b' }]);
    expect(result.current.roots).toEqual([{ id: 'a', title: 'A' }]);
  });
});
