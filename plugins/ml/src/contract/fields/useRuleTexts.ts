import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { FieldConstraints } from '@understudy/contracts';
import { contractTranslationRef } from '../translation';

const ORDER = [
  'min',
  'exclusiveMin',
  'max',
  'exclusiveMax',
  'multipleOf',
  'minLength',
  'maxLength',
  'pattern',
  'format',
  'unique',
] as const;

/** Writes what values have to keep to, one text for each rule. */
export function useRuleTexts(): (constraints?: FieldConstraints) => string[] {
  const { t } = useTranslationRef(contractTranslationRef);
  return (constraints = {}) =>
    ORDER.flatMap(rule => {
      const value = constraints[rule];
      return value === undefined || value === false
        ? []
        : [t(`contract.fields.rule.${rule}`, { value: String(value) })];
    });
}
