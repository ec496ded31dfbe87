import { canonicalJson } from '../../canonical/canonicalJson';
import { QualityRule } from '../../fields/QualityRule';
import { FormatWalk } from '../FormatWalk';
import { own, ParsedObject, quote, readJson } from '../importing/values';
import { pointerTo } from '../pointers';
import { isSame, keep, omit, pick } from './Kept';
import {
  OPERATORS,
  RULE_KEYS,
  RULE_METRICS,
  RULE_TEXTS,
  RULE_WORDS,
  RuleWord,
} from './qualityKeys';
import { isFilledText, isList, isNumber, isObject, member } from './tolerant';
import { writePlainRule } from './writePlainRule';

/** The rules of a property or an object; nothing when it has none. */
export function readQuality(
  source: ParsedObject,
  pointer: string,
  walk: FormatWalk,
): QualityRule[] | undefined {
  const place = pointerTo(pointer, 'quality');
  const list = member(source, 'quality', isList, 'a list', pointer, walk);
  const taken = new Set<string>();
  const rules = list?.flatMap((item, index) => {
    const at = pointerTo(place, index);
    if (!isObject(item)) {
      walk.note(
        at,
        'NOT_AS_THE_STANDARD_SAYS',
        `A rule is an object, and this is ${quote(item)}: it is left out.`,
      );
      return [];
    }
    const plain = readRule(item, freeId(item, taken), at, walk);
    const mapped = readJson(pick(item, RULE_KEYS), at) as Record<string, never>;
    return [
      keep(plain, {
        other: readJson(omit(item, RULE_KEYS), at) as Record<string, never>,
        ...(!isSame(mapped, writePlainRule(plain)) && { spelling: mapped }),
      }),
    ];
  });
  return rules && rules.length > 0 ? rules : undefined;
}

/** Reads one rule; most of them have no id, so that theirs says what they ask for. */
export function readRule(
  source: ParsedObject,
  id: string,
  pointer: string,
  walk: FormatWalk,
): QualityRule {
  const texts = RULE_TEXTS.flatMap(key => {
    const value = own(source, key);
    if (value === undefined || value === null) {
      return [];
    }
    return [[key, typeof value === 'string' ? value : canonicalJson(value)]];
  });
  return {
    id,
    metric: readMetric(source, pointer, walk),
    ...readOperator(source, pointer, walk),
    ...readWord(source, 'dimension', pointer, walk),
    ...readWord(source, 'severity', pointer, walk),
    ...readWord(source, 'unit', pointer, walk),
    ...Object.fromEntries(texts),
  };
}

function freeId(source: ParsedObject, taken: Set<string>): string {
  const said = own(source, 'id');
  const name = own(source, 'name');
  const base = [
    ...[said, name, own(source, 'metric'), own(source, 'rule')],
    ...[own(source, 'dimension'), own(source, 'type')],
  ].find(isFilledText);
  let id = base ?? 'rule';
  for (let next = 2; taken.has(id); next += 1) {
    id = `${base ?? 'rule'}-${next}`;
  }
  taken.add(id);
  return id;
}

function readMetric(
  source: ParsedObject,
  pointer: string,
  walk: FormatWalk,
): QualityRule['metric'] {
  const type = own(source, 'type');
  if (type === 'sql' || type === 'custom' || type === 'text') {
    return type;
  }
  const key = Object.hasOwn(source, 'metric') ? 'metric' : 'rule';
  const said = own(source, key);
  const metric = RULE_METRICS.get(String(said));
  if (metric === undefined) {
    walk.note(
      said === undefined ? pointer : pointerTo(pointer, key),
      'METRIC_UNKNOWN',
      `There is no metric ${quote(said)} that a contract knows: the rule is read as a custom one.`,
    );
  }
  return metric ?? 'custom';
}

function readOperator(
  source: ParsedObject,
  pointer: string,
  walk: FormatWalk,
): Pick<QualityRule, 'op' | 'value'> {
  const said = OPERATORS.filter(([key]) => Object.hasOwn(source, key));
  const [first] = said;
  if (!first) {
    return {};
  }
  const [key, op] = first;
  const value = own(source, key);
  if (said.length > 1) {
    walk.note(
      pointer,
      'OPERATOR_NOT_HELD',
      `A rule of a contract has one operator: ${key} counts, and the rest is kept for ODCS only.`,
    );
  }
  const pair = op === 'between' || op === 'notBetween';
  if (pair ? isPair(value) : isNumber(value)) {
    return { op, value: value as number | [number, number] };
  }
  walk.note(
    pointerTo(pointer, key),
    'OPERATOR_NOT_HELD',
    `A contract compares with ${pair ? 'two numbers' : 'a number'}, and not with ${quote(value)}: it is kept for ODCS only.`,
  );
  return {};
}

function isPair(value: unknown): boolean {
  return Array.isArray(value) && value.length === 2 && value.every(isNumber);
}

function readWord<K extends RuleWord>(
  source: ParsedObject,
  key: K,
  pointer: string,
  walk: FormatWalk,
): Pick<QualityRule, K> | Record<string, never> {
  const words: readonly string[] = RULE_WORDS[key];
  const said = own(source, key);
  if (typeof said === 'string' && words.includes(said)) {
    return { [key]: said } as Pick<QualityRule, K>;
  }
  if (said !== undefined && said !== null) {
    walk.note(
      pointerTo(pointer, key),
      'WORD_NOT_HELD',
      `A contract knows ${words.join(', ')} as ${key}, and not ${quote(said)}: it is kept for ODCS only.`,
    );
  }
  return {};
}
