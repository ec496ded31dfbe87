import { QualityRule } from '../../fields/QualityRule';
import { ContractFormatError } from '../ContractFormatError';
import { FormatWalk } from '../FormatWalk';
import { isSame, JsonObject, keptOf, withoutKept } from './Kept';
import { readRule } from './readQuality';
import { writePlainRule } from './writePlainRule';

/** Writes a rule, in the words of the document that it came from as long as they still mean it. */
export function writeRule(rule: QualityRule): JsonObject {
  const { other, spelling } = keptOf(rule);
  const spelled = spelling && means(spelling, rule) ? spelling : undefined;
  return { ...other, ...(spelled ?? writePlainRule(rule)) };
}

function means(spelling: JsonObject, rule: QualityRule): boolean {
  try {
    return isSame(
      readRule(spelling, rule.id, '', new FormatWalk()),
      withoutKept(rule),
    );
  } catch (error) {
    if (error instanceof ContractFormatError) {
      return false;
    }
    throw error;
  }
}
