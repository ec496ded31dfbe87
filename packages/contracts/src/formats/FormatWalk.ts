import { Json } from '../fields/json';
import { ContractFormatError } from './ContractFormatError';
import { LossNote } from './LossNote';

const MAX_DEPTH = 64;
const MAX_FIELDS = 5_000;
const MAX_STEPS = 100_000;
const MAX_NOTES = 1_000;

/**
 * One walk through what is imported or exported: what was lost, and how far it
 * may go. Small inputs can ask for much work, so the work is counted and not
 * the bytes.
 */
export class FormatWalk {
  readonly lossy: LossNote[] = [];
  /** What is referred to twice may be read twice, and is noted once. */
  readonly #noted = new Set<string>();
  readonly #defaults = new WeakMap<object, string>();
  #depth = 0;
  #fields = 0;
  #steps = 0;

  note(pointer: string, code: string, message: string): void {
    const note = [pointer, code, message].join('\n');
    if (this.#noted.has(note) || this.lossy.length > MAX_NOTES) {
      return;
    }
    this.#noted.add(note);
    if (this.lossy.length < MAX_NOTES) {
      this.lossy.push({ pointer, code, message });
    } else {
      this.lossy.push({
        pointer: '',
        code: 'TRUNCATED',
        message: `There are more than ${MAX_NOTES} notes; the rest is left out.`,
      });
    }
  }

  /** Remembers where a default came from, which is looked at once all types are known. */
  placeDefault(value: Json, pointer: string): { value: Json } {
    const byDefault = { value };
    this.#defaults.set(byDefault, pointer);
    return byDefault;
  }

  placeOf(byDefault: { value: Json }): string {
    return this.#defaults.get(byDefault) ?? '';
  }

  /** Counts a field, and refuses one without a name. */
  countField(pointer: string, name?: string): void {
    if (name === '') {
      throw new ContractFormatError(pointer, 'The name is empty.');
    }
    this.#fields += 1;
    if (this.#fields > MAX_FIELDS) {
      throw new ContractFormatError(
        pointer,
        `There are more than ${MAX_FIELDS} fields.`,
      );
    }
  }

  /** Counts work that a small part of the input can ask for many times. */
  spend(pointer: string, steps: number): void {
    this.#steps += steps;
    if (this.#steps > MAX_STEPS) {
      throw new ContractFormatError(
        pointer,
        'This takes too many steps: parts are combined or used again too often.',
      );
    }
  }

  /** Does work that belongs to a type inside of the present one. */
  deeper<T>(pointer: string, work: () => T): T {
    this.spend(pointer, 1);
    if (this.#depth >= MAX_DEPTH) {
      throw new ContractFormatError(
        pointer,
        `Types are nested deeper than ${MAX_DEPTH} levels.`,
      );
    }
    this.#depth += 1;
    try {
      return work();
    } finally {
      this.#depth -= 1;
    }
  }
}
