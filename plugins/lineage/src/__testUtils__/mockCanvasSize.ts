const SIZE = { width: 1600, height: 900 };

class StillObserver implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

/** Gives elements a size, which they have none of where nothing is laid out. */
export function mockCanvasSize(): void {
  window.ResizeObserver ??= StillObserver;
  Object.defineProperties(HTMLElement.prototype, {
    offsetWidth: { configurable: true, get: () => SIZE.width },
    offsetHeight: { configurable: true, get: () => SIZE.height },
  });
  Object.defineProperties(Element.prototype, {
    clientWidth: { configurable: true, get: () => SIZE.width },
    clientHeight: { configurable: true, get: () => SIZE.height },
  });
}
