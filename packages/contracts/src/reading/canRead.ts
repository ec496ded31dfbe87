import { CompatibilityProfile } from '../contract/CompatibilityPolicy';
import { Port } from '../contract/Contract';
import { createFinding } from '../findings/createFinding';
import { sortFindings } from '../findings/sortFindings';
import { Finding } from '../findings/Finding';
import { profiles } from './profiles';
import { readPort } from './readPort';

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
 * @returns Findings sorted by pointer and rule, at most 1,000 and a
 * `TRUNCATED`; the writer can be read when none has the severity `error`.
 * Pointers start at the port, and point into the reader, which is the new one,
 * unless the finding says `old`.
 *
 * @public
 */
export function canRead(
  reader: Port,
  writer: Port,
  options: CanReadOptions = {},
): Finding[] {
  const { failures } = readPort(
    reader,
    writer,
    profiles[options.profile ?? 'default'],
  );
  return sortFindings(
    failures.map(failure =>
      createFinding(
        {
          ruleId: failure.names.plain,
          port: reader.name,
          ...(failure.only !== 'reader' && {
            oldPointer: failure.writer.pointer,
          }),
          ...(failure.only !== 'writer' && {
            newPointer: failure.reader.pointer,
          }),
          path:
            failure.only === 'writer'
              ? failure.writer.path
              : failure.reader.path,
          old: failure.writerValue,
          new: failure.readerValue,
          backward: failure.severity,
          forward: 'ok',
        },
        { backward: true, forward: false },
        true,
      ),
    ),
  );
}
