import { QualityRule } from '../../fields/QualityRule';
import { FormatWalk } from '../FormatWalk';
import { pointerTo } from '../pointers';
import { JsonObject, keptOf } from './Kept';
import { writeRule } from './writeQuality';

/** The rules of a field or a port. */
export function writeRules(
  { quality }: { quality?: QualityRule[] },
  pointer: string,
  walk: FormatWalk,
): JsonObject {
  return quality
    ? {
        quality: quality.map((rule, index) => {
          noteIncomplete(rule, pointerTo(pointer, 'quality', index), walk);
          return writeRule(rule);
        }),
      }
    : {};
}

/** ODCS asks more of a rule than a contract does. */
function noteIncomplete(
  rule: QualityRule,
  pointer: string,
  walk: FormatWalk,
): void {
  const { metric, op, value, query, engine, implementation } = rule;
  const compares = op !== undefined && value !== undefined;
  const missing = {
    text: [],
    sql: [
      ...(query === undefined ? ['a query'] : []),
      ...(compares ? [] : ['an operator with a value']),
    ],
    custom: [
      ...(engine === undefined ? ['an engine'] : []),
      ...(implementation === undefined ? ['an implementation'] : []),
    ],
    library: compares ? [] : ['an operator with a value'],
  }[
    metric === 'sql' || metric === 'custom' || metric === 'text'
      ? metric
      : 'library'
  ];
  if (missing.length > 0 && !keptOf(rule).spelling) {
    walk.note(
      pointer,
      'RULE_INCOMPLETE',
      `ODCS asks of this rule for ${missing.join(' and ')}, and refuses it without.`,
    );
  }
}
