import { Contract } from '@understudy/contracts';
import { fieldsOf } from './contractEdits';

/** From here on judging takes long enough for a person who types to feel it. */
const MANY_FIELDS = 300;

/** Milliseconds without a change after which a draft is judged. */
export function pauseFor(contract: Contract): number {
  const fields = contract.spec.ports.reduce(
    (sum, port) => sum + (fieldsOf(port)?.length ?? 0),
    0,
  );
  return fields > MANY_FIELDS ? 700 : 150;
}
