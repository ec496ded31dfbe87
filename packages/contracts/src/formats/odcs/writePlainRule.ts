import { Json } from '../../fields/json';
import { QualityRule } from '../../fields/QualityRule';
import { JsonObject } from './Kept';
import { OPERATORS, RULE_TEXTS } from './qualityKeys';
import { STABLE_ID } from './stableId';

/** A rule as nobody has written it before. */
export function writePlainRule(rule: QualityRule): JsonObject {
  const { id, metric, op, value, dimension, severity, unit } = rule;
  const operator = OPERATORS.find(([, known]) => known === op)?.[0];
  const other = metric === 'sql' || metric === 'custom' || metric === 'text';
  return {
    ...(STABLE_ID.test(id) ? { id } : { name: id }),
    ...(other ? { type: metric } : { metric }),
    ...(operator !== undefined &&
      value !== undefined && { [operator]: value as Json }),
    ...(dimension !== undefined && { dimension }),
    ...(severity !== undefined && { severity }),
    ...(unit !== undefined && { unit }),
    ...Object.fromEntries(
      RULE_TEXTS.flatMap(key => {
        const text = rule[key];
        return text === undefined ? [] : [[key, text]];
      }),
    ),
  };
}
