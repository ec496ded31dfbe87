import { PaintContext } from '../paintElement';

/** The path of a test, which has nothing to draw on. */
class FakePath {
  readonly d: string;

  constructor(d: string) {
    this.d = d;
  }
}

/** Notes what is painted, with what of the state matters for it. */
export function fakeContext() {
  Object.assign(globalThis, { Path2D: FakePath });
  const painted: string[] = [];
  const states: Record<string, unknown>[] = [];
  let state: Record<string, unknown> & { at: [number, number] } = {
    at: [0, 0],
    globalAlpha: 1,
  };
  let shape = '';
  const note = (what: string, ...keys: string[]) =>
    painted.push(
      [
        what,
        `at ${state.at.join(',')}`,
        ...keys.map(key => `${key}=${state[key]}`),
        ...(state.globalAlpha === 1 ? [] : [`alpha=${state.globalAlpha}`]),
      ].join(' '),
    );
  const shapeOf = (path: unknown) =>
    path instanceof FakePath ? `path ${path.d}` : shape;
  const calls = {
    save: () => states.push({ ...state }),
    restore: () => {
      state = (states.pop() ?? state) as typeof state;
    },
    translate: (x: number, y: number) => {
      state.at = [state.at[0] + x, state.at[1] + y];
    },
    beginPath: () => {
      shape = '';
    },
    roundRect: (...rect: number[]) => {
      shape = `rect ${rect.join(' ')}`;
    },
    setLineDash: (dashes: number[]) => {
      state.dashes = dashes.join('-');
    },
    fill: (path: unknown, rule?: string) =>
      note(
        `fill ${shapeOf(path)}${(rule ?? path) === 'evenodd' ? ' evenodd' : ''}`,
        'fillStyle',
      ),
    stroke: (path?: unknown) =>
      note(`stroke ${shapeOf(path)}`, 'strokeStyle', 'lineWidth', 'dashes'),
    fillText: (text: string, x: number, y: number) =>
      note(`text ${text} ${x} ${y}`, 'font', 'textAlign', 'fillStyle'),
    scale: (x: number) => painted.push(`scale ${x}`),
  };
  const context = new Proxy(calls, {
    get: (target, key: string) =>
      key in target ? target[key as keyof typeof target] : state[key],
    set: (_, key: string, value: unknown) => {
      state[key] = value;
      return true;
    },
  }) as unknown as PaintContext;
  return { context, painted };
}
