import { MetricGateSettings } from './PromotionPolicy';

/** What only counts where a number is compared with that of a version. */
const RELATIVE_ONLY = [
  'tolerance',
  'significance',
  'sameDatasetDigest',
  'whenNoChampion',
] as const;
const DIRECTION = {
  '>': 'higher-is-better',
  '>=': 'higher-is-better',
  '<': 'lower-is-better',
  '<=': 'lower-is-better',
  '==': undefined,
  between: undefined,
} as const;

/** Faults of a metric gate that a schema cannot express, each with its path. */
export function metricGateContradictions(
  settings: MetricGateSettings,
  path: string,
): string[] {
  return [
    ...boundFaults(settings),
    ...sliceFaults(settings),
    ...(settings.relativeTo === undefined
      ? RELATIVE_ONLY.filter(name => settings[name] !== undefined).map(
          name => `${name}: only goes with 'relativeTo'`,
        )
      : relativeFaults(settings)),
  ].map(fault => `${path}.${fault}`);
}

function boundFaults({ op, value, high }: MetricGateSettings): string[] {
  if (op === 'between' && high === undefined) {
    return [`high: is needed with the operator 'between'`];
  }
  if (op !== 'between' && high !== undefined) {
    return [`high: only goes with 'between', not with '${op}'`];
  }
  return high !== undefined && value !== undefined && high < value
    ? [`high: ${high} is less than the value ${value}`]
    : [];
}

function sliceFaults({ slice, everySliceOf }: MetricGateSettings): string[] {
  return everySliceOf !== undefined && Object.hasOwn(slice ?? {}, everySliceOf)
    ? [`everySliceOf: 'slice' has one value of '${everySliceOf}' already`]
    : [];
}

function relativeFaults(settings: MetricGateSettings): string[] {
  const { op, direction, relativeTo, significance } = settings;
  const better = DIRECTION[op];
  if (better === undefined) {
    return [
      `op: '${op}' says not what is better, which 'relativeTo: ${relativeTo}' needs; use '>=', '>', '<=' or '<'`,
    ];
  }
  return [
    ...(direction !== undefined && direction !== better
      ? [
          `op: '${op}' compares as '${better}', and 'direction' says '${direction}'; with that use ${better === 'higher-is-better' ? "'<=' or '<'" : "'>=' or '>'"}`,
        ]
      : []),
    ...(significance?.test === 'ci-bound' && significance.alpha !== undefined
      ? [
          `significance.alpha: only goes with 'two-proportion-z'; the intervals of evaluations have the level that they were computed with`,
        ]
      : []),
  ];
}
