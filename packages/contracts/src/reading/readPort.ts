import { Port } from '../contract/Contract';
import { oneName, ReadFailure } from './ReadFailure';
import { profiles, ReadingRules } from './profiles';
import { Reading } from './Reading';
import { rootSlot } from './Slot';

/** What one reading of a port found, and what it cost. */
export interface PortReading {
  failures: readonly ReadFailure[];
  steps: number;
}

/** Reads all that a writer of a port may emit by the schema of a reader. */
export function readPort(
  reader: Port,
  writer: Port,
  rules: ReadingRules = profiles.default,
): PortReading {
  const reading = new Reading(reader, writer, rules);
  const to = rootSlot(reader);
  const from = rootSlot(writer);
  reading.read(to, from, 0);
  const { failures, steps } = reading;
  if (!reading.truncated) {
    return { failures, steps };
  }
  return {
    failures: [
      ...failures,
      {
        names: oneName('TRUNCATED'),
        severity: rules.unproven,
        reader: to.place,
        writer: from.place,
        writerValue: `more than ${failures.length} findings`,
      },
    ],
    steps,
  };
}
