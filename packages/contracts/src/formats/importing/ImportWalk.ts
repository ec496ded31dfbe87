import { ContractFormatError } from '../ContractFormatError';
import { LossNote } from '../LossNote';

const MAX_DEPTH = 64;
const MAX_FIELDS = 5_000;
const MAX_NODES = 50_000;
const MAX_NOTES = 1_000;

/**
 * One walk through a document that is imported: what was lost, and how far it
 * may go. Small inputs can ask for much work, so the work is counted and not
 * the bytes.
 */
export class ImportWalk {
  readonly lossy: LossNote[] = [];
  #depth = 0;
  #fields = 0;
  #nodes = 0;

  note(pointer: string, code: string, message: string): void {
    if (this.lossy.length < MAX_NOTES) {
      this.lossy.push({ pointer, code, message });
    } else if (this.lossy.length === MAX_NOTES) {
      this.lossy.push({
        pointer: '',
        code: 'TRUNCATED',
        message: `There are more than ${MAX_NOTES} notes; the rest is left out.`,
      });
    }
  }

  countField(pointer: string): void {
    this.#fields += 1;
    if (this.#fields > MAX_FIELDS) {
      throw new ContractFormatError(
        pointer,
        `There are more than ${MAX_FIELDS} fields.`,
      );
    }
  }

  /** Does work that belongs to a type inside of the present one. */
  deeper<T>(pointer: string, work: () => T): T {
    this.#nodes += 1;
    if (this.#nodes > MAX_NODES) {
      throw new ContractFormatError(
        pointer,
        `There are more than ${MAX_NODES} types, with those that are used in several places counted for each.`,
      );
    }
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
