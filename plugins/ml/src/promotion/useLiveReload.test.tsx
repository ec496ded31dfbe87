import { signalApiRef } from '@backstage/plugin-signals-react';
import { TestApiProvider } from '@backstage/test-utils';
import { act, renderHook } from '@testing-library/react';
import { ReactNode } from 'react';
import { useLiveReload } from './useLiveReload';

const TEN_SECONDS = 10_000;

describe('useLiveReload', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  function start(unfinished: boolean) {
    const unsubscribe = jest.fn();
    const subscribe = jest.fn(
      (_channel: string, _listener: (message: never) => void) => ({
        unsubscribe,
      }),
    );
    const reload = jest.fn();
    const wrapper = (props: { children: ReactNode }) => (
      <TestApiProvider apis={[[signalApiRef, { subscribe }]]}>
        {props.children}
      </TestApiProvider>
    );
    const hook = renderHook(
      (options: { unfinished: boolean }) =>
        useLiveReload({ ...options, reload }),
      { initialProps: { unfinished }, wrapper },
    );
    const signal = () =>
      act(() =>
        subscribe.mock.calls.forEach(([, listen]) => listen({} as never)),
      );
    return { ...hook, reload, signal, unsubscribe };
  }

  it('reads again at every signal, finished or not', () => {
    const { reload, signal } = start(false);
    expect(reload).not.toHaveBeenCalled();
    signal();
    signal();
    expect(reload).toHaveBeenCalledTimes(2);
  });

  it('also looks by itself, but only until it is finished', () => {
    const { reload, rerender } = start(true);
    act(() => jest.advanceTimersByTime(2 * TEN_SECONDS));
    expect(reload).toHaveBeenCalledTimes(2);
    rerender({ unfinished: false });
    act(() => jest.advanceTimersByTime(2 * TEN_SECONDS));
    expect(reload).toHaveBeenCalledTimes(2);
  });

  it('leaves the backend alone while nobody looks', () => {
    const { reload } = start(true);
    const hidden = jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    act(() => jest.advanceTimersByTime(TEN_SECONDS));
    expect(reload).not.toHaveBeenCalled();
    hidden.mockRestore();
  });

  it('stops when the page is left', () => {
    const { reload, unmount, unsubscribe } = start(true);
    unmount();
    act(() => jest.advanceTimersByTime(TEN_SECONDS));
    expect(reload).not.toHaveBeenCalled();
    expect(unsubscribe).toHaveBeenCalled();
  });
});
