import { QualityRule } from '../../fields/QualityRule';

/** The operators of ODCS and those of contracts. */
export const OPERATORS: readonly (readonly [
  key: string,
  op: NonNullable<QualityRule['op']>,
])[] = [
  ['mustBe', '='],
  ['mustNotBe', '!='],
  ['mustBeGreaterThan', '>'],
  ['mustBeGreaterOrEqualTo', '>='],
  ['mustBeLessThan', '<'],
  ['mustBeLessOrEqualTo', '<='],
  ['mustBeBetween', 'between'],
  ['mustNotBeBetween', 'notBetween'],
];

/** Metrics by their names in 3.1 and before. */
export const RULE_METRICS: ReadonlyMap<string, QualityRule['metric']> = new Map(
  [
    ['nullValues', 'nullValues'],
    ['missingValues', 'missingValues'],
    ['invalidValues', 'invalidValues'],
    ['duplicateValues', 'duplicateValues'],
    ['rowCount', 'rowCount'],
    ['nullCheck', 'nullValues'],
    ['duplicateCount', 'duplicateValues'],
    ['validValues', 'invalidValues'],
  ] as const,
);

/** Words that contracts and ODCS have in common; ODCS takes others too. */
export const RULE_WORDS = {
  dimension: [
    ...['accuracy', 'completeness', 'conformity', 'consistency'],
    ...['coverage', 'timeliness', 'uniqueness'],
  ],
  severity: ['error', 'warning', 'info'],
  unit: ['rows', 'percent'],
} as const;

export type RuleWord = keyof typeof RULE_WORDS;

export const RULE_TEXTS = [
  ...(['query', 'engine', 'implementation', 'schedule'] as const),
] as const;

/** Keys of a rule that a contract holds. */
export const RULE_KEYS: readonly string[] = [
  ...['id', 'type', 'metric', 'rule'],
  ...OPERATORS.map(([key]) => key),
  ...Object.keys(RULE_WORDS),
  ...RULE_TEXTS,
];
