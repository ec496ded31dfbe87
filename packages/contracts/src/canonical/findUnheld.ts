import { pointerTo } from '../formats/pointers';
import { isWellFormed } from './isWellFormed';

/** Far deeper than a contract may be, and far from where the stack of calls ends. */
const MAX_DEPTH = 512;

/** A place in a value, and what stands there that cannot be kept. */
export interface Unheld {
  pointer: string;
  what: string;
}

/**
 * Finds the first text, also among the keys, that has half a surrogate pair in
 * it. What is nested too deeply is left to whoever reads it.
 */
export function findBrokenText(value: unknown): Unheld | undefined {
  return find(value, item =>
    typeof item === 'string' ? describeUnheld(item) : undefined,
  );
}

/** Finds the first place that JSON cannot hold, and so no digest can be made of. */
export function findUnheld(value: unknown): Unheld | undefined {
  const tooDeep = `what is nested deeper than ${MAX_DEPTH} levels`;
  return find(value, describeUnheld, tooDeep);
}

function describeUnheld(value: unknown): string | undefined {
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value) ? undefined : `the number ${value}`;
    case 'string':
      return isWellFormed(value)
        ? undefined
        : 'text with half a surrogate pair, which is no Unicode';
    case 'object':
    case 'boolean':
    case 'undefined':
      return undefined;
    default:
      return `a value of type ${typeof value}`;
  }
}

function find(
  root: unknown,
  describe: (value: unknown) => string | undefined,
  tooDeep?: string,
): Unheld | undefined {
  // With aliases of YAML the same part stands in many places, or inside itself.
  const open = new Set<object>();
  const done = new Set<object>();
  const path: (string | number)[] = [];
  const visit = (value: unknown): string | undefined => {
    const what = describe(value);
    if (what !== undefined || typeof value !== 'object' || value === null) {
      return what;
    }
    if (open.has(value)) {
      return 'a value inside itself';
    }
    if (open.size >= MAX_DEPTH) {
      if (tooDeep !== undefined) {
        // The whole pointer would fill a screen.
        path.splice(2);
      }
      return tooDeep;
    }
    if (done.has(value)) {
      return undefined;
    }
    open.add(value);
    for (const [key, member] of Object.entries(value)) {
      path.push(key);
      const found = describe(key) ?? visit(member);
      if (found !== undefined) {
        return found;
      }
      path.pop();
    }
    open.delete(value);
    done.add(value);
    return undefined;
  };
  const what = visit(root);
  return what === undefined
    ? undefined
    : { pointer: pointerTo('', ...path), what };
}
