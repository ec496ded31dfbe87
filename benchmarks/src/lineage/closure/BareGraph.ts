import { Edges } from './layeredEdges';

/**
 * The least that a computer can do: arrays, and a loop over them that knows
 * nothing of environments, origins, changes, permissions or bounds. Downstream
 * only.
 */
export class BareGraph {
  readonly #offsets: Int32Array;
  readonly #targets: Int32Array;

  constructor({ nodes, src, dst }: Edges) {
    this.#offsets = new Int32Array(nodes + 2);
    for (const source of src) {
      this.#offsets[source + 1] += 1;
    }
    for (let node = 1; node < this.#offsets.length; node += 1) {
      this.#offsets[node] += this.#offsets[node - 1];
    }
    // They are in the order of their sources.
    this.#targets = dst.slice();
  }

  get bytes(): number {
    return this.#offsets.byteLength + this.#targets.byteLength;
  }

  /** Everything that is reached from a node, the nearest first, without itself. */
  reach(root: number): Int32Array {
    const offsets = this.#offsets;
    const targets = this.#targets;
    const seen = new Uint8Array(offsets.length);
    const queue = new Int32Array(offsets.length);
    seen[root] = 1;
    queue[0] = root;
    let end = 1;
    for (let next = 0; next < end; next += 1) {
      const node = queue[next];
      const last = offsets[node + 1];
      for (let at = offsets[node]; at < last; at += 1) {
        const other = targets[at];
        if (seen[other] === 0) {
          seen[other] = 1;
          queue[end] = other;
          end += 1;
        }
      }
    }
    return queue.slice(1, end);
  }
}
