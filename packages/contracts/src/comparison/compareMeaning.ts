import { canonicalJson } from '../canonical/canonicalJson';
import { Field } from '../fields/Field';
import { Json } from '../fields/json';
import { Effect } from '../findings/Change';
import { partPlace } from '../reading/Place';
import { Slot } from '../reading/Slot';
import { classificationRank } from './classifications';
import { compareQuality } from './compareQuality';
import type { PortDiff } from './PortDiff';

/** Compares what the values of a field stand for, which no reader notices. */
export function compareMeaning(
  diff: PortDiff,
  before: Slot,
  old: Field,
  after: Slot,
  next: Field,
): void {
  const { partial } = diff.context;
  const placesOf = (part: keyof Field) => ({
    old: old[part] === undefined ? before.owner : partPlace(before.owner, part),
    new: next[part] === undefined ? after.owner : partPlace(after.owner, part),
  });
  const note = (
    part: keyof Field,
    ruleId: string,
    effect?: Effect | { backward: Effect; forward: Effect },
    values: { old?: Json; new?: Json } = {
      ...(old[part] !== undefined && { old: old[part] as Json }),
      ...(next[part] !== undefined && { new: next[part] as Json }),
    },
  ) =>
    diff.note(
      ruleId,
      placesOf(part),
      {
        ...values,
        ...(ruleId === 'METADATA_CHANGED' && {
          subject: `${part} of ${after.owner.path}`,
        }),
      },
      typeof effect === 'string'
        ? { backward: effect, forward: effect }
        : effect,
    );
  const differs = (part: keyof Field): boolean =>
    (!partial || old[part] !== undefined) &&
    canonicalJson(old[part] ?? null) !== canonicalJson(next[part] ?? null);

  if (differs('unit')) {
    const declared = old.unit !== undefined && next.unit !== undefined;
    note('unit', 'UNIT_CHANGED', declared ? 'error' : 'warning');
  }
  if (differs('normalisation')) {
    note('normalisation', 'NORMALISATION_CHANGED');
  }
  if (differs('semanticType')) {
    note('semanticType', 'SEMANTIC_TYPE_CHANGED');
  }
  if (differs('labelMap')) {
    if (old.labelMap === undefined) {
      note('labelMap', 'METADATA_CHANGED');
    } else {
      const grown = keepsLabels(old.labelMap, next.labelMap ?? {});
      note('labelMap', 'LABEL_MAP_CHANGED', {
        backward: grown ? 'ok' : 'error',
        forward: 'error',
      });
    }
  }
  if (differs('transform')) {
    note('transform', 'TRANSFORM_CHANGED', partial ? 'error' : 'warning');
  }
  compareSecrecy(diff, old, next, note);
  compareQuality(diff, {
    old: { rules: old.quality ?? [], place: before.owner },
    new: { rules: next.quality ?? [], place: after.owner },
    critical: Boolean(old.critical),
  });
  if (partial) {
    return;
  }
  if (differs('description')) {
    note('description', 'DESCRIPTION_CHANGED');
  }
  if (differs('tags')) {
    note('tags', 'TAGS_CHANGED');
  }
  for (const part of ['id', 'role', 'critical'] as const) {
    if (differs(part) && !isPortMatter(old, next, part)) {
      note(part, 'METADATA_CHANGED');
    }
  }
}

/** Keys and event times are spoken of once, for the whole port. */
function isPortMatter(old: Field, next: Field, part: keyof Field): boolean {
  const roles = [old.role, next.role];
  return (
    part === 'role' &&
    (roles.includes('entityKey') || roles.includes('eventTime'))
  );
}

function keepsLabels(
  old: Record<string, string>,
  next: Record<string, string>,
): boolean {
  return Object.entries(old).every(([index, label]) => next[index] === label);
}

type NoteMeaning = (
  part: keyof Field,
  ruleId: string,
  effect?: Effect,
  values?: { old?: Json; new?: Json },
) => void;

function compareSecrecy(
  diff: PortDiff,
  old: Field,
  next: Field,
  note: NoteMeaning,
): void {
  const { partial, implied, clearance } = diff.context;
  const from = classificationRank(old.classification);
  const to = classificationRank(next.classification);
  if (partial) {
    // A clearance says how much may come; without one, what the consumer says of the field does.
    const covered =
      clearance === undefined ? from : classificationRank(clearance);
    const stated =
      implied || clearance !== undefined || old.classification !== undefined;
    if (stated && to > covered) {
      note('classification', 'CLASSIFICATION_RAISED', 'error');
    }
  } else if (from !== to) {
    note(
      'classification',
      to > from ? 'CLASSIFICATION_RAISED' : 'CLASSIFICATION_LOWERED',
    );
  } else if (old.classification !== next.classification) {
    note('classification', 'METADATA_CHANGED');
  }
  if (!partial || implied || old.personalData !== undefined) {
    comparePersonalData(old, next, partial, note);
  }
}

/** Speaks of the kinds that come and go, and not of those that stay. */
function comparePersonalData(
  old: Field,
  next: Field,
  partial: boolean,
  note: NoteMeaning,
): void {
  const had = new Set(old.personalData);
  const has = new Set(next.personalData);
  const added = [...has].filter(kind => !had.has(kind));
  const removed = [...had].filter(kind => !has.has(kind));
  if (added.length) {
    note('personalData', 'PERSONAL_DATA_ADDED', undefined, { new: added });
  }
  if (removed.length && !partial) {
    note('personalData', 'PERSONAL_DATA_REMOVED', undefined, { old: removed });
  }
}
