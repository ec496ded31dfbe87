import { canonicalJson } from '../canonical/canonicalJson';
import { QualityRule } from '../fields/QualityRule';
import { Effect } from '../findings/Change';
import { partPlace, Place } from '../reading/Place';
import type { PortDiff } from './PortDiff';

interface RuleList {
  rules: readonly QualityRule[];
  /** Of the field or port that has the rules. */
  place: Place;
}

/** Compares what is promised of values; on inputs, what is asked of callers. */
export function compareQuality(
  diff: PortDiff,
  lists: { old: RuleList; new: RuleList; critical: boolean },
): void {
  const input = diff.pair.new.direction === 'in';
  const loss: Effect = lists.critical ? 'error' : 'warning';
  const weaker = { backward: 'ok', forward: input ? 'ok' : loss } as const;
  const stronger = { backward: input ? 'error' : 'ok', forward: 'ok' } as const;
  const after = new Map(
    lists.new.rules.map((rule, index) => [rule.id, { rule, index }]),
  );
  const before = new Set(lists.old.rules.map(({ id }) => id));
  lists.old.rules.forEach((rule, index) => {
    const place = partPlace(lists.old.place, `quality/${index}`);
    const found = after.get(rule.id);
    if (!found) {
      diff.note(
        'QUALITY_RULE_REMOVED',
        { old: place },
        { old: describeQuality(rule) },
        weaker,
      );
      return;
    }
    const strength = compareStrength(rule, found.rule);
    if (strength === 'same') {
      return;
    }
    const places = {
      old: place,
      new: partPlace(lists.new.place, `quality/${found.index}`),
    };
    const values = {
      old: describeQuality(rule),
      new: describeQuality(found.rule),
    };
    if (strength === 'weaker') {
      diff.note('QUALITY_RULE_WEAKENED', places, values, weaker);
    } else if (strength === 'stronger') {
      diff.note('QUALITY_RULE_STRENGTHENED', places, values, stronger);
    } else if (!diff.context.partial) {
      diff.note('METADATA_CHANGED', places, values);
    }
  });
  if (diff.context.partial) {
    return;
  }
  lists.new.rules.forEach((rule, index) => {
    if (!before.has(rule.id)) {
      diff.note(
        'QUALITY_RULE_ADDED',
        { new: partPlace(lists.new.place, `quality/${index}`) },
        { new: describeQuality(rule) },
        stronger,
      );
    }
  });
}

function describeQuality(rule: QualityRule): string {
  const value = Array.isArray(rule.value)
    ? rule.value.join(' and ')
    : rule.value;
  return [rule.id, rule.metric, rule.op, value, rule.unit]
    .filter(part => part !== undefined)
    .join(' ');
}

type Strength = 'same' | 'weaker' | 'stronger' | 'other';

/** `other`: a difference that promises neither more nor less. */
function compareStrength(old: QualityRule, next: QualityRule): Strength {
  if (canonicalJson(old) === canonicalJson(next)) {
    return 'same';
  }
  const alike =
    old.metric === next.metric &&
    old.unit === next.unit &&
    old.query === next.query &&
    old.implementation === next.implementation;
  if (!alike) {
    return 'weaker';
  }
  const from = acceptedValues(old);
  const to = acceptedValues(next);
  if (!from || !to) {
    const unchanged =
      old.op === next.op &&
      canonicalJson(old.value ?? null) === canonicalJson(next.value ?? null);
    return unchanged ? 'other' : 'weaker';
  }
  if (from.low === to.low && from.high === to.high) {
    return severityRank(next) < severityRank(old) ? 'weaker' : 'other';
  }
  return to.low >= from.low && to.high <= from.high ? 'stronger' : 'weaker';
}

function severityRank(rule: QualityRule): number {
  return ['info', 'warning', 'error'].indexOf(rule.severity ?? 'error');
}

/** Bounds that are part of what is accepted or not differ by so little. */
const openBound = 1e-12;

/** The values that a rule takes, where they are an interval. */
function acceptedValues(
  rule: QualityRule,
): { low: number; high: number } | undefined {
  const { op, value } = rule;
  if (Array.isArray(value)) {
    return op === 'between' ? { low: value[0], high: value[1] } : undefined;
  }
  if (value === undefined) {
    return undefined;
  }
  switch (op) {
    case '=':
      return { low: value, high: value };
    case '>':
      return { low: value + openBound, high: Infinity };
    case '>=':
      return { low: value, high: Infinity };
    case '<':
      return { low: -Infinity, high: value - openBound };
    case '<=':
      return { low: -Infinity, high: value };
    default:
      return undefined;
  }
}
