import { Unheld } from '../../canonical/findUnheld';
import { ContractFormatError } from '../ContractFormatError';

/**
 * Refuses a document for what JSON cannot hold: nothing made of it could be
 * written or hashed. `base` is where a document inside of a text stands.
 */
export function refuseUnheld(found: Unheld | undefined, base = ''): void {
  if (found) {
    throw new ContractFormatError(
      `${base}${found.pointer}`,
      `JSON cannot hold ${found.what}.`,
    );
  }
}
