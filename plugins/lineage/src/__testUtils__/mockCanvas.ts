const SIZE = { width: 1600, height: 900 };

class StillObserver implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

/**
 * Gives elements a size, which they have none of where nothing is laid out, and
 * asks for no motion, as time does not pass in tests.
 */
export function mockCanvas(): void {
  window.matchMedia = query => ({
    matches: query.includes('prefers-reduced-motion'),
    media: query,
    onchange: null,
    addListener() {},
    removeListener() {},
    addEventListener() {},
    removeEventListener() {},
    dispatchEvent: () => true,
  });
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
