import { Json } from '../fields/json';
import { Place } from './Place';

/** What a failure is called, by who of the two is new. */
export interface FailureNames {
  /** Neither is: two schemas meet. */
  plain: string;
  /** The reader is new. */
  backward: string;
  /** The writer is new. */
  forward: string;
}

/** Something that keeps a reader from what a writer may emit. */
export interface ReadFailure {
  names: FailureNames;
  severity: 'error' | 'warning';
  reader: Place;
  writer: Place;
  /** The only party that has the thing; the place of the other is that of its parent. */
  only?: 'reader' | 'writer';
  readerValue?: Json;
  writerValue?: Json;
}

/** The names of a failure that has the same one whoever is new. */
export function oneName(ruleId: string): FailureNames {
  return { plain: ruleId, backward: ruleId, forward: ruleId };
}
