import { parseSegment, PromotionTarget } from '@understudy/plugin-ml-common';
import { AliasRule, PolicyStage } from './PromotionPolicy';

const placeholder = /\{([^{}]*)\}/g;

/** The keys a template names, in order. */
export function aliasPlaceholders(template: string): string[] {
  return Array.from(template.matchAll(placeholder), match => match[1]);
}

/** The rules that name aliases in a stage, of all its steps. */
export function aliasRules(stage: PolicyStage): AliasRule[] {
  return (stage.steps ?? []).flatMap(step => step.with.aliases);
}

/**
 * The alias that stands for a target, or undefined when no rule names one. A
 * rule for the environment wins over one for every environment.
 */
export function aliasForTarget(
  rules: readonly AliasRule[],
  target: PromotionTarget,
): string | undefined {
  const pairs = parseSegment(target.segment);
  const fits = rules.filter(
    rule =>
      (rule.environment ?? target.environment) === target.environment &&
      rule.keys.length === pairs.length &&
      pairs.every(({ key }) => rule.keys.includes(key)),
  );
  const rule = fits.find(r => r.environment !== undefined) ?? fits[0];
  return rule?.template.replaceAll(
    placeholder,
    (whole, key: string) =>
      pairs.find(pair => pair.key === key)?.value ?? whole,
  );
}

/**
 * The segment an alias stands for under a rule, or undefined when it does not
 * fit. It finds the segments a registry already knows.
 */
export function segmentOfAlias(
  rule: AliasRule,
  alias: string,
): string | undefined {
  const keys = aliasPlaceholders(rule.template);
  const complete =
    keys.length === rule.keys.length &&
    rule.keys.every(key => keys.includes(key));
  if (!complete) {
    return undefined;
  }
  const values = splitByLiterals(rule.template.split(placeholder), alias);
  if (values?.length !== keys.length) {
    return undefined;
  }
  const pairs = keys.map((key, index) => `${key}=${values[index]}`).sort();
  return pairs.length === 0 ? '*' : pairs.join(',');
}

/**
 * Takes the values out of a text between known literals. Splitting a template
 * by its placeholders gives literals at even places.
 */
function splitByLiterals(parts: string[], text: string): string[] | undefined {
  const [first, ...others] = parts.filter((_, index) => index % 2 === 0);
  // Between two placeholders without anything between them no line can be
  // drawn.
  if (!text.startsWith(first) || others.slice(0, -1).includes('')) {
    return undefined;
  }
  const values: string[] = [];
  let rest = text.slice(first.length);
  for (const literal of others) {
    const end = literal === '' ? rest.length : rest.indexOf(literal);
    const value = rest.slice(0, Math.max(end, 0));
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(value)) {
      return undefined;
    }
    values.push(value);
    rest = rest.slice(end + literal.length);
  }
  return rest === '' ? values : undefined;
}
