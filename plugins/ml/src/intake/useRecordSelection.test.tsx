import { act, renderHook } from '@testing-library/react';
import { buildRecord } from '../__testUtils__/intakeBuilders';
import { useRecordSelection } from './useRecordSelection';

const [a, b, c] = ['a', 'b', 'c'].map(name => buildRecord(name));

function render() {
  return renderHook(({ page, list }) => useRecordSelection(page, list), {
    initialProps: { page: [a, b], list: 'text=x' },
  });
}

const names = (records: { record: { name: string } }[]) =>
  records.map(({ record }) => record.name);

describe('useRecordSelection', () => {
  it('selects a page at once, and none of it when all of it was', () => {
    const { result } = render();
    act(() => result.current.toggle(a));
    expect(result.current.ofPage).toBe('some');
    act(() => result.current.togglePage());
    expect(result.current.ofPage).toBe('all');
    expect(names(result.current.records)).toEqual(['a', 'b']);
    act(() => result.current.togglePage());
    expect(result.current.records).toEqual([]);
  });

  it('keeps what is selected from page to page, but not from list to list', () => {
    const { result, rerender } = render();
    act(() => result.current.togglePage());
    rerender({ page: [c], list: 'text=x' });
    expect(result.current.ofPage).toBe('none');
    act(() => result.current.toggle(c));
    expect(names(result.current.records)).toEqual(['a', 'b', 'c']);

    rerender({ page: [c], list: 'text=y' });
    expect(result.current.records).toEqual([]);
  });

  it('knows records as they were read last', () => {
    const { result, rerender } = render();
    act(() => result.current.toggle(a));
    const changed = { ...a, allowed: [] };
    rerender({ page: [changed, b], list: 'text=x' });
    expect(result.current.records).toEqual([changed]);
  });

  it('drops what is done with', () => {
    const { result } = render();
    act(() => result.current.togglePage());
    act(() => result.current.drop([{ record: a.record }]));
    expect(names(result.current.records)).toEqual(['b']);
  });
});
