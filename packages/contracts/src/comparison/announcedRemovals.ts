import { Contract } from '../contract/Contract';
import { Field } from '../fields/Field';
import { walkFields } from '../validation/walkFields';

/** The removals that released versions announce, as {@link removalKey} gives them. */
export function announcedRemovals(
  released: readonly Contract[],
): ReadonlySet<string> {
  const announced = new Set<string>();
  for (const { spec } of released) {
    for (const port of spec.ports) {
      walkFields(port, '', field => {
        if (field.deprecated?.removeAfter !== undefined) {
          announced.add(removalKey(port.name, field));
        }
      });
    }
  }
  return announced;
}

/** A removal, wherever in the port the field stands by now. */
export function removalKey(port: string, field: Field): string {
  return [port, field.name, field.deprecated?.removeAfter].join('\n');
}
