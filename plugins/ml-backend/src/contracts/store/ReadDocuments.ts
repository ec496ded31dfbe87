import { Contract } from '@understudy/contracts';

/** Of all documents that are kept, as text. */
const MAX_CHARACTERS = 32 * 1024 * 1024;

/**
 * Keeps contracts that were read, by digest: what has a digest never changes,
 * and somebody who tries a change asks for those of the same consumers again
 * and again. Nobody may change what is in it.
 */
export class ReadDocuments {
  readonly #known = new Map<string, { contract: Contract; size: number }>();
  readonly #maxCharacters: number;
  #characters = 0;

  constructor(options: { maxCharacters?: number } = {}) {
    this.#maxCharacters = options.maxCharacters ?? MAX_CHARACTERS;
  }

  get(digest: string): Contract | undefined {
    const known = this.#known.get(digest);
    if (known) {
      // The order of a map is that of insertion: what is asked for moves to the end.
      this.#known.delete(digest);
      this.#known.set(digest, known);
    }
    return known?.contract;
  }

  /** @param document - the contract with this digest, as JSON. */
  parse(digest: string, document: string): Contract {
    const contract: Contract = JSON.parse(document);
    if (!this.#known.has(digest)) {
      this.#known.set(digest, { contract, size: document.length });
      this.#characters += document.length;
      this.#shrink();
    }
    return contract;
  }

  #shrink(): void {
    for (const [digest, { size }] of this.#known) {
      if (this.#characters <= this.#maxCharacters) {
        return;
      }
      this.#known.delete(digest);
      this.#characters -= size;
    }
  }
}
