import { specChange, partPointers } from '../comparison/specChange';
import { ServiceLevels } from '../contract/Contract';
import { Change, Effect } from '../findings/Change';
import { compareMetricFloors } from './metricFloors';
import { durationSeconds } from '../versioning/dates';
import { LevelRule, levelRules, percentiles } from './levelRules';

/** Growth of a latency that is taken for noise: a part of it, or so many milliseconds. */
const tolerance = { share: 0.05, ms: 5 };

/** Compares what two versions promise of a service. */
export function compareServiceLevels(
  old: ServiceLevels = {},
  next: ServiceLevels = {},
): Change[] {
  return [
    ...compareLatencies(old, next),
    ...levelRules.flatMap(rule => compareLevel(rule, old, next)),
    ...compareMetricFloors(old.metricFloors, next.metricFloors, 'warning'),
    ...compareTexts(old, next),
  ];
}

function compareLatencies(old: ServiceLevels, next: ServiceLevels): Change[] {
  return percentiles.flatMap(percentile => {
    const before = old.latencyMs?.[percentile];
    const after = next.latencyMs?.[percentile];
    if (before === after) {
      return [];
    }
    const note = {
      ...partPointers(
        `/spec/serviceLevels/latencyMs/${percentile}`,
        before,
        after,
      ),
      old: before,
      new: after,
      subject: percentile,
    };
    if (before === undefined) {
      return [specChange({ ...note, ruleId: 'SERVICE_LEVEL_CHANGED' })];
    }
    const noise = Math.max(before * tolerance.share, tolerance.ms);
    if (after === undefined || after > before + noise) {
      return [specChange({ ...note, ruleId: 'LATENCY_RELAXED' })];
    }
    return [
      specChange({
        ...note,
        ruleId: after < before ? 'LATENCY_TIGHTENED' : 'SERVICE_LEVEL_CHANGED',
      }),
    ];
  });
}

function compareLevel(
  rule: LevelRule,
  old: ServiceLevels,
  next: ServiceLevels,
): Change[] {
  const before = old[rule.part];
  const after = next[rule.part];
  if (before === after) {
    return [];
  }
  const note = {
    ...partPointers(`/spec/serviceLevels/${rule.part}`, before, after),
    old: before,
    new: after,
    subject: rule.part,
  };
  const worse = isWorse(rule, before, after);
  if (!worse) {
    return [
      specChange({ ...note, ruleId: rule.better ?? 'SERVICE_LEVEL_CHANGED' }),
    ];
  }
  const effect: Effect = 'warning';
  return [
    specChange({
      ...note,
      ruleId: rule.ruleId,
      backward: effect,
      forward: rule.inputOnly ? 'ok' : effect,
    }),
  ];
}

/** A promise that is withdrawn is worse; a limit that is withdrawn is better. */
export function isWorse(
  rule: LevelRule,
  before: number | string | undefined,
  after: number | string | undefined,
): boolean {
  if (before === undefined || after === undefined) {
    return rule.limit ? before === undefined : after === undefined;
  }
  const from = asNumber(before);
  const to = asNumber(after);
  if (from === undefined || to === undefined) {
    return true;
  }
  return rule.worse === 'lower' ? to < from : to > from;
}

export function asNumber(value: number | string): number | undefined {
  return typeof value === 'number' ? value : durationSeconds(value);
}

function compareTexts(old: ServiceLevels, next: ServiceLevels): Change[] {
  return (
    [
      'measuredAt',
      'atRps',
      'schedule',
      'supportHours',
      'deprecationNotice',
    ] as const
  ).flatMap(part => {
    const before = old[part];
    const after = next[part];
    return before === after
      ? []
      : [
          specChange({
            ruleId: 'SERVICE_LEVEL_CHANGED',
            ...partPointers(`/spec/serviceLevels/${part}`, before, after),
            old: before,
            new: after,
            subject: part,
          }),
        ];
  });
}
