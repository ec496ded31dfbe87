/**
 * Thrown by importers for input that its own format does not allow, or that is
 * larger than an importer reads. The message is for whoever wrote the input.
 *
 * @public
 */
export class ContractFormatError extends Error {
  /** JSON Pointer (RFC 6901) into the input; empty for all of it. */
  readonly pointer: string;

  constructor(pointer: string, problem: string) {
    super(pointer === '' ? problem : `${pointer}: ${problem}`);
    this.name = 'ContractFormatError';
    this.pointer = pointer;
  }
}
