import { Field } from '../fields/Field';
import { mustBePresent } from '../reading/readObject';
import { Slot } from '../reading/Slot';
import type { PortDiff } from './PortDiff';

/** Notes a field that only the old version has. */
export function noteRemoved(diff: PortDiff, slot: Slot, field: Field): void {
  const { rules, today, used, allUsesKnown, partial } = diff.context;
  const place = { old: slot.owner };
  const port = diff.pair.new;
  const until = field.deprecated?.removeAfter;
  if (
    until !== undefined &&
    today !== undefined &&
    today.slice(0, 10) <= until
  ) {
    const early = diff.note('FIELD_REMOVED_BEFORE_DATE', place, { old: until });
    early.reading = { backward: 'ok', forward: 'ok' };
    diff.explain(early);
    return;
  }
  if (partial && diff.wasMissed(slot.owner)) {
    return;
  }
  // A consumer lists what it uses.
  const isUsed = partial || isFieldUsed(used, port.name, slot.owner.path);
  if (allUsesKnown && !isUsed) {
    diff.explain(diff.note('FIELD_REMOVED_UNUSED', place));
    return;
  }
  const change = mustBePresent(field, diff.pair.old, rules)
    ? diff.note(
        'FIELD_REMOVED',
        place,
        {},
        { backward: port.direction === 'in' ? 'warning' : 'ok', forward: 'ok' },
      )
    : diff.note(
        'FIELD_REMOVED_OPTIONAL',
        place,
        {},
        { backward: 'ok', forward: isUsed ? 'warning' : 'ok' },
      );
  if (field.id !== undefined) {
    diff.removed.push({ id: field.id, place: slot.owner, change });
  }
}

/** Notes a field that only the new version has. */
export function noteAdded(diff: PortDiff, slot: Slot, field: Field): void {
  const place = { new: slot.owner };
  let ruleId = 'FIELD_ADDED_OPTIONAL';
  if (mustBePresent(field, diff.pair.new, diff.context.rules)) {
    ruleId = 'FIELD_ADDED_REQUIRED';
  } else if (field.default) {
    ruleId = 'FIELD_ADDED_WITH_DEFAULT';
  }
  const change = diff.note(
    ruleId,
    place,
    field.default && { new: field.default.value },
    { backward: 'ok', forward: 'ok' },
  );
  if (field.id !== undefined) {
    diff.added.push({ id: field.id, place: slot.owner, change });
  }
}

/** A field is used when it, or a part of it, is. */
function isFieldUsed(
  used: ReadonlySet<string>,
  port: string,
  path: string,
): boolean {
  const own = useKey(port, path);
  if (used.has(own)) {
    return true;
  }
  return [...used].some(
    use => use.startsWith(own) && '.[{'.includes(use[own.length]),
  );
}

export function useKey(port: string, path: string): string {
  return `${port}\n${path}`;
}
