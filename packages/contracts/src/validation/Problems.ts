/**
 * Something in a document that keeps it from being a contract.
 *
 * @public
 */
export interface ContractProblem {
  /** JSON Pointer (RFC 6901) into the document; empty for the whole of it. */
  pointer: string;
  message: string;
}

/** Problems beyond which nobody reads on. */
export const maxProblems = 100;

/** Types of one document, which parts that are used in many places count for each time. */
const maxTypes = 50_000;

/** Collects the problems of a document, up to a number. */
export class Problems {
  readonly list: ContractProblem[] = [];
  private visited = 0;

  get full(): boolean {
    return this.list.length >= maxProblems;
  }

  /** Counts a type; returns whether there are too many to go on. */
  isTooLarge(pointer: string): boolean {
    this.visited++;
    if (this.visited === maxTypes + 1) {
      this.add(pointer, `A contract has at most ${maxTypes} types`);
    }
    return this.visited > maxTypes;
  }

  add(pointer: string, message: string): void {
    if (!this.full) {
      this.list.push({ pointer, message });
    }
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value in a message, cut short. */
export function describeValue(value: unknown): string {
  if (value === undefined) {
    return 'missing';
  }
  if (Array.isArray(value)) {
    return 'a list';
  }
  if (isRecord(value)) {
    return 'an object';
  }
  const text = JSON.stringify(value) ?? typeof value;
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** A key as a part of a JSON Pointer. */
export function pointerPart(key: string): string {
  return key.replace(/~/g, '~0').replace(/\//g, '~1');
}
