import { Port } from '../contract/Contract';
import { createSide, resolveSlot, rootSlot } from '../reading/Slot';

/** Whether a caller that does not know an input port fails without it. */
export function isDemanding(port: Port): boolean {
  if (port.direction === 'out' || port.optional) {
    return false;
  }
  const { type } = resolveSlot(rootSlot(port), createSide(port));
  return type.kind === 'object'
    ? type.fields.some(field => field.required && !field.default)
    : true;
}
