import { OPERATORS, RULE_WORDS } from '../qualityKeys';
import { OdcsVersion } from './OdcsVersion';
import {
  amount,
  anything,
  listOf,
  named,
  Shape,
  Shapes,
  stableId,
  text,
  texts,
  words,
} from './shapes';

const METRICS = [
  ...['nullValues', 'missingValues', 'invalidValues', 'duplicateValues'],
  'rowCount',
];

const operators: Shapes = Object.fromEntries(
  OPERATORS.map(([key, op]) => [key, operand(op)]),
);

function operand(op: string): Shape {
  switch (op) {
    case '=':
    case '!=':
      return anything;
    case 'between':
    case 'notBetween':
      return listOf(amount, { minItems: 2, maxItems: 2, uniqueItems: true });
    default:
      return amount;
  }
}

/** Since 3.1 a rule that compares has one operator. */
const oneOperator: Shape = {
  properties: operators,
  oneOf: OPERATORS.map(([key]) => ({ required: [key] })),
};

const custom: Shape = {
  required: ['engine', 'implementation'],
  properties: { engine: text, implementation: { type: ['string', 'object'] } },
};

const isOfType = (type: string): Shape => ({
  properties: { type: { const: type } },
  required: ['type'],
});

/** A rule is of the library unless it says otherwise. */
const comparingOf30: readonly Shape[] = [
  {
    if: { properties: { type: { const: 'library' } } },
    then: { required: ['rule'], properties: { rule: text, ...operators } },
  },
  {
    if: isOfType('sql'),
    then: { required: ['query'], properties: { query: text } },
  },
];

/** A rule is of the library when it says so or names a metric. */
const comparingOf31: readonly Shape[] = [
  {
    if: {
      anyOf: [
        isOfType('library'),
        { properties: { metric: text }, required: ['metric'] },
      ],
    },
    then: {
      required: ['metric'],
      ...oneOperator,
      properties: {
        ...{ metric: words(...METRICS), rule: text },
        ...{ arguments: { type: 'object' }, ...operators },
      },
    },
  },
  {
    if: isOfType('sql'),
    then: {
      required: ['query'],
      ...oneOperator,
      properties: { query: text, ...operators },
    },
  },
];

/** A rule on the quality of a property or an object. */
export function qualityShape(version: OdcsVersion): Shape {
  const isOld = version === '3.0';
  return {
    type: 'object',
    properties: {
      ...(!isOld && { id: stableId }),
      ...texts('name', 'description', 'businessImpact', 'method', 'unit'),
      ...texts('schedule', 'scheduler', 'severity'),
      type: words('text', 'library', 'sql', 'custom'),
      dimension: words(...RULE_WORDS.dimension),
      tags: named('tags'),
      customProperties: named('customProperties'),
      authoritativeDefinitions: named('authoritativeDefinitions'),
    },
    allOf: [
      ...(isOld ? comparingOf30 : comparingOf31),
      { if: isOfType('custom'), then: custom },
    ],
    ...(!isOld && { unevaluatedProperties: false }),
  };
}
