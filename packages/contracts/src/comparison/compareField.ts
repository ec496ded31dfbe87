import { canonicalJson } from '../canonical/canonicalJson';
import { Field } from '../fields/Field';
import { describeInterval, intervalOf } from '../reading/readConstraints';
import { partPlace } from '../reading/Place';
import { branchesOf, resolveSlot, Side, Slot } from '../reading/Slot';
import { addDays } from '../versioning/dates';
import { removalKey } from './announcedRemovals';
import { compareMeaning } from './compareMeaning';
import type { PortDiff } from './PortDiff';

/** Compares what surrounds the types of a field: presence, defaults, dates, meaning. */
export function compareField(
  diff: PortDiff,
  before: Slot,
  old: Field,
  after: Slot,
  next: Field,
): void {
  const places = { old: before.owner, new: after.owner };
  const { partial, rules } = diff.context;
  if (!partial) {
    if (old.required !== next.required) {
      diff.noteRead(
        next.required ? 'PRESENCE_NARROWED' : 'PRESENCE_WIDENED',
        places,
        { old: presence(old), new: presence(next) },
      );
    }
    const from = mayBeNull(before, diff.old);
    const to = mayBeNull(after, diff.new);
    if (from !== undefined && to !== undefined && from !== to) {
      diff.noteRead(to ? 'NULLABLE_ADDED' : 'NULLABLE_REMOVED', places, {
        old: nullability(from),
        new: nullability(to),
      });
    }
    compareDefaults(diff, before, old, after, next);
    compareRanges(diff, before, old, after, next);
    const kept = new Set([String(next.name), ...(next.aliases ?? [])]);
    for (const alias of old.aliases ?? []) {
      if (!kept.has(alias)) {
        const backward = rules.exact ? 'warning' : 'error';
        diff.note('FIELD_ALIAS_REMOVED', places, { old: alias }, { backward });
      }
    }
  }
  if (!partial) {
    const had = new Set(old.aliases);
    const added = (next.aliases ?? []).filter(
      alias => !had.has(alias) && alias !== String(old.name),
    );
    if (added.length) {
      diff.note('METADATA_CHANGED', places, {
        subject: `other names of ${after.owner.path}`,
        new: added,
      });
    }
  }
  compareDeprecation(diff, before, old, after, next);
  compareMeaning(diff, before, old, after, next);
}

function presence(field: Field): string {
  return field.required ? 'required' : 'optional';
}

function nullability(nullable: boolean): string {
  return nullable ? 'nullable' : 'not null';
}

/** Whether null is among the values, however that is said; nobody knows of what takes anything. */
function mayBeNull(slot: Slot, side: Side): boolean | undefined {
  return resolveSlot(slot, side).type.kind === 'any'
    ? undefined
    : branchesOf(slot, side).nullable;
}

function compareDefaults(
  diff: PortDiff,
  before: Slot,
  old: Field,
  after: Slot,
  next: Field,
): void {
  const places = { old: before.owner, new: after.owner };
  if (!old.default && next.default) {
    diff.note('DEFAULT_ADDED', places, { new: next.default.value });
  } else if (old.default && !next.default) {
    diff.note('DEFAULT_REMOVED', places, { old: old.default.value });
  } else if (
    old.default &&
    next.default &&
    canonicalJson(old.default.value) !== canonicalJson(next.default.value)
  ) {
    diff.note('DEFAULT_CHANGED', places, {
      old: old.default.value,
      new: next.default.value,
    });
  }
}

/** Bounds that say no more than the type does are read either way; they are still a change. */
function compareRanges(
  diff: PortDiff,
  before: Slot,
  old: Field,
  after: Slot,
  next: Field,
): void {
  const from = old.constraints && intervalOf(old.constraints);
  const to = next.constraints && intervalOf(next.constraints);
  const places = {
    old: old.constraints
      ? partPlace(before.owner, 'constraints')
      : before.owner,
    new: next.constraints ? partPlace(after.owner, 'constraints') : after.owner,
  };
  if (diff.wasRead(places.old, places.new)) {
    return;
  }
  if (Boolean(from) !== Boolean(to)) {
    diff.noteRead(to ? 'RANGE_ADDED' : 'RANGE_REMOVED', places, {
      old: from && describeInterval(from),
      new: to && describeInterval(to),
    });
  }
  const step = old.constraints?.multipleOf;
  const nextStep = next.constraints?.multipleOf;
  if ((step === undefined) !== (nextStep === undefined)) {
    diff.noteRead(
      step === undefined ? 'MULTIPLE_OF_ADDED' : 'MULTIPLE_OF_REMOVED',
      places,
      { old: step, new: nextStep },
    );
  }
}

function compareDeprecation(
  diff: PortDiff,
  before: Slot,
  old: Field,
  after: Slot,
  next: Field,
): void {
  const places = { old: before.owner, new: after.owner };
  const { today, noticeDays, partial } = diff.context;
  if (!next.deprecated) {
    if (old.deprecated && !partial) {
      diff.note('FIELD_UNDEPRECATED', places, { old: old.deprecated.since });
    }
    return;
  }
  const { since, removeAfter } = next.deprecated;
  if (!old.deprecated) {
    diff.note('FIELD_DEPRECATED', places, { new: since });
  }
  // Today is the day of the announcement only for those who hear of it now.
  const announced = isDay(since) ? since : today;
  const known =
    !isDay(since) &&
    (partial ||
      diff.context.announced.has(removalKey(diff.pair.new.name, next)));
  if (
    !known &&
    removeAfter !== undefined &&
    announced !== undefined &&
    removeAfter !== old.deprecated?.removeAfter &&
    removeAfter < addDays(announced.slice(0, 10), noticeDays)
  ) {
    diff.note(
      'DEPRECATION_TOO_SHORT',
      { old: before.owner, new: partPlace(after.owner, 'deprecated') },
      { old: `${noticeDays} days`, new: removeAfter },
    );
  }
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}/.test(text);
}
