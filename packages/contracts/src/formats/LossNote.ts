import { Port } from '../contract/Contract';

/**
 * Something that an import or an export could not carry over.
 *
 * @public
 */
export interface LossNote {
  /** JSON Pointer (RFC 6901) into what was imported or exported. */
  pointer: string;
  /** A word for programs, such as `NOT_INTERPRETED`. */
  code: string;
  message: string;
}

/**
 * What an importer makes of one schema.
 *
 * @public
 */
export interface ImportedPort {
  port: Port;
  /** In the order of the input; empty when nothing was lost. */
  lossy: LossNote[];
}

/**
 * What a schema does not say of itself.
 *
 * @public
 */
export interface ImportedPortOptions {
  /** Name of the port; `data` unless said. */
  name?: string;
  /** `out` unless said. */
  direction?: Port['direction'];
}
