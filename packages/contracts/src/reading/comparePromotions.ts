import { ScalarFieldType } from '../fields/FieldType';
import { ReadingRules } from './profiles';
import { integerDigits, Promotion } from './promotions';

/** How one scalar is read as another, and the other way round, digits of decimals included. */
export function comparePromotions(
  rules: ReadingRules,
  from: ScalarFieldType,
  to: ScalarFieldType,
): { forth: Promotion; back: Promotion } {
  return {
    forth: promote(rules, from, to),
    back: promote(rules, to, from),
  };
}

function promote(
  rules: ReadingRules,
  from: ScalarFieldType,
  to: ScalarFieldType,
): Promotion {
  const promotion = rules.promotion(from.type, to.type);
  if (to.type !== 'decimal' || promotion === 'none') {
    return promotion;
  }
  return holdsDigits(rules, from, to) ? promotion : 'none';
}

/** A decimal without a precision holds what comes. */
function holdsDigits(
  rules: ReadingRules,
  from: ScalarFieldType,
  to: ScalarFieldType,
): boolean {
  if (to.precision === undefined) {
    return true;
  }
  const toScale = to.scale ?? 0;
  if (from.type !== 'decimal') {
    return to.precision - toScale >= (integerDigits[from.type] ?? Infinity);
  }
  if (from.precision === undefined) {
    return false;
  }
  const fromScale = from.scale ?? 0;
  if (rules.namesTypes) {
    // Avro reads decimals of the same digits only.
    return to.precision === from.precision && toScale === fromScale;
  }
  return (
    toScale >= fromScale && to.precision - toScale >= from.precision - fromScale
  );
}

/** The rule for a change of type, by how the new type reads the old one and the old one the new. */
export function classifyPromotion(forth: Promotion, back: Promotion): string {
  if (forth === 'lossless') {
    return 'TYPE_WIDENED';
  }
  if (forth === 'lossy') {
    return 'TYPE_WIDENED_LOSSY';
  }
  return back === 'none' ? 'TYPE_CHANGED' : 'TYPE_NARROWED';
}
