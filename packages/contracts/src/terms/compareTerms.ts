import { specChange, partPointers, SpecNote } from '../comparison/specChange';
import { Terms } from '../contract/Contract';
import { Change } from '../findings/Change';
import { durationSeconds } from '../versioning/dates';

const sharingLevels = ['none', 'internal', 'external'] as const;

/** Compares under which terms two versions give their data. */
export function compareTerms(old: Terms = {}, next: Terms = {}): Change[] {
  const changes: Change[] = [];
  const note = (part: keyof Terms, details: SpecNote) =>
    changes.push(
      specChange({
        ...partPointers(`/spec/terms/${part}`, old[part], next[part]),
        subject: part,
        ...details,
      }),
    );
  for (const [part, ruleId] of [
    ['purposes', 'PURPOSE_NARROWED'],
    ['regions', 'REGION_NARROWED'],
  ] as const) {
    const lost = missingFrom(old[part], next[part]);
    const before = old[part] ?? 'anything';
    const after = next[part] ?? 'anything';
    if (lost.length) {
      note(part, { ruleId, old: old[part] && lost, new: after });
    } else if (missingFrom(next[part], old[part]).length) {
      note(part, { ruleId: 'TERMS_CHANGED', old: before, new: after });
    }
  }
  if (old.sharing !== next.sharing) {
    const narrowed =
      next.sharing !== undefined &&
      sharingRank(next.sharing) < sharingRank(old.sharing);
    note('sharing', {
      ruleId: narrowed ? 'SHARING_NARROWED' : 'TERMS_CHANGED',
      old: old.sharing,
      new: next.sharing,
    });
  }
  if (old.retention !== next.retention) {
    note('retention', {
      ruleId: isShorter(next.retention, old.retention)
        ? 'RETENTION_SHORTENED'
        : 'RETENTION_LENGTHENED',
      old: old.retention,
      new: next.retention,
      ...(isShorter(next.retention, old.retention) && { effect: 'warning' }),
    });
  }
  if (old.licence !== next.licence) {
    note('licence', {
      ruleId: 'LICENCE_CHANGED',
      old: old.licence,
      new: next.licence,
    });
  }
  for (const part of ['legalBasis', 'clearance'] as const) {
    if (old[part] !== next[part]) {
      note(part, {
        ruleId: 'TERMS_CHANGED',
        old: old[part],
        new: next[part],
      });
    }
  }
  return changes;
}

/** What a consumer does with the data that the terms do not cover. */
export function checkTerms(use: Terms = {}, terms: Terms = {}): Change[] {
  const changes: Change[] = [];
  const note = (part: keyof Terms, ruleId: string, old: SpecNote['old']) =>
    changes.push(
      specChange({
        ruleId,
        ...partPointers(`/spec/terms/${part}`, use[part], terms[part]),
        subject: part,
        old,
        new: terms[part],
        effect: 'error',
      }),
    );
  for (const [part, ruleId] of [
    ['purposes', 'PURPOSE_NARROWED'],
    ['regions', 'REGION_NARROWED'],
  ] as const) {
    const outside = use[part] ? missingFrom(use[part], terms[part]) : [];
    if (outside.length) {
      note(part, ruleId, outside);
    }
  }
  if (
    use.sharing !== undefined &&
    terms.sharing !== undefined &&
    sharingRank(use.sharing) > sharingRank(terms.sharing)
  ) {
    note('sharing', 'SHARING_NARROWED', use.sharing);
  }
  if (
    use.retention !== undefined &&
    isShorter(terms.retention, use.retention)
  ) {
    note('retention', 'RETENTION_SHORTENED', use.retention);
  }
  return changes;
}

/** No list means that anything goes. */
function missingFrom(
  had: readonly string[] | undefined,
  has: readonly string[] | undefined,
): string[] {
  if (!has) {
    return [];
  }
  return had ? had.filter(entry => !has.includes(entry)) : ['anything'];
}

/** Nothing said means the widest. */
function sharingRank(sharing: Terms['sharing']): number {
  return sharing === undefined ? Infinity : sharingLevels.indexOf(sharing);
}

/** Data that nobody limits may be kept for ever. */
function isShorter(a: string | undefined, b: string | undefined): boolean {
  const seconds = (text: string | undefined) =>
    (text === undefined ? undefined : durationSeconds(text)) ?? Infinity;
  return seconds(a) < seconds(b);
}
