import { Port } from '../contract/Contract';
import { ReadingRules } from '../reading/profiles';
import { mustBePresent } from '../reading/readObject';
import { createSide, resolveSlot, rootSlot } from '../reading/Slot';

/** Whether a caller that does not know an input port fails without it. */
export function isDemanding(port: Port, rules: ReadingRules): boolean {
  if (port.direction === 'out' || port.optional) {
    return false;
  }
  const { type } = resolveSlot(rootSlot(port), createSide(port));
  return type.kind === 'object'
    ? type.fields.some(field => mustBePresent(field, port, rules))
    : true;
}
