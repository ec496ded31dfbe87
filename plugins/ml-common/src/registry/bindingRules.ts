import { InputError } from '@backstage/errors';

/**
 * Binds the records of a registry whose names fit a pattern to one Model.
 *
 * A named group `model`, `namespace`, `environment` or `variant` gives the
 * field of that name (`model` gives `name`). A field that is written out wins
 * and may use any named group as `{group}`.
 *
 * @public
 */
export interface RegistryBindingRule {
  /** Matched against the whole name, with a linear-time engine (RE2 syntax). */
  pattern: string;
  namespace?: string;
  name?: string;
  environment?: string;
  variant?: string;
}

/**
 * A compiled pattern.
 *
 * @public
 */
export interface BindingPattern {
  /** Names of the named groups. */
  groups: readonly string[];
  /**
   * The named groups of a match of the whole text, without those that took no
   * part in it. Undefined when the text does not match.
   */
  match(text: string): Record<string, string> | undefined;
}

/**
 * Compiles patterns written by users; throws when one is not valid. Must match
 * in linear time, as RE2 does.
 *
 * @public
 */
export type BindingPatternEngine = (pattern: string) => BindingPattern;

/**
 * What a rule says about a record that fits it.
 *
 * @public
 */
export interface BindingRuleFields {
  namespace?: string;
  name?: string;
  environment?: string;
  variant?: string;
}

/**
 * A rule ready for use by `resolveBinding`.
 *
 * @public
 */
export interface CompiledBindingRule {
  pattern: string;
  /** Undefined when the name does not fit. */
  apply(recordName: string): BindingRuleFields | undefined;
}

const FIELDS = ['namespace', 'name', 'environment', 'variant'] as const;
const MAX_PATTERN_LENGTH = 1000;
const MAX_RULES = 200;

/**
 * Compiles the rules of a configuration, in their order. Throws an InputError
 * that names the rule, the field and the value when one is wrong.
 *
 * @public
 * @param at - the configuration key of the list, for messages
 */
export function compileBindingRules(
  rules: readonly RegistryBindingRule[],
  options: { engine: BindingPatternEngine; at?: string },
): CompiledBindingRule[] {
  const { engine, at = 'bindings' } = options;
  if (rules.length > MAX_RULES) {
    throw new InputError(
      `${at}: ${rules.length} rules are more than ${MAX_RULES}`,
    );
  }
  return rules.map((rule, index) => compile(rule, engine, `${at}[${index}]`));
}

function compile(
  rule: RegistryBindingRule,
  engine: BindingPatternEngine,
  at: string,
): CompiledBindingRule {
  const pattern = compilePattern(rule.pattern, engine, `${at}.pattern`);
  for (const field of FIELDS) {
    for (const group of placeholders(rule[field])) {
      if (!pattern.groups.includes(group)) {
        throw new InputError(
          `${at}.${field}: "${rule[field]}" uses {${group}}, which is no named group of the pattern "${rule.pattern}"`,
        );
      }
    }
  }
  return {
    pattern: rule.pattern,
    apply(recordName) {
      const groups = pattern.match(recordName);
      return groups && fieldsOf(rule, groups);
    },
  };
}

/**
 * Compiles one pattern of a configuration. Throws an InputError that names the
 * key and the pattern when it is not valid or too long.
 *
 * @public
 */
export function compilePattern(
  pattern: string,
  engine: BindingPatternEngine,
  at: string,
): BindingPattern {
  if (pattern.length > MAX_PATTERN_LENGTH) {
    throw new InputError(
      `${at}: a pattern has at most ${MAX_PATTERN_LENGTH} characters, this one has ${pattern.length}`,
    );
  }
  try {
    return engine(pattern);
  } catch (error) {
    throw new InputError(`${at}: "${pattern}" is not a valid pattern`, error);
  }
}

/**
 * Turns free text into a word that namespaces and environments accept: small
 * letters, digits and single dashes. Empty when nothing is left.
 *
 * @internal
 */
export function toTerm(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 63)
    .replace(/^-+|-+$/g, '');
}

function fieldsOf(
  rule: RegistryBindingRule,
  groups: Record<string, string>,
): BindingRuleFields {
  const field = (written: string | undefined, group: string) =>
    (written === undefined ? groups[group] : fill(written, groups)) ||
    undefined;
  return {
    namespace: field(rule.namespace, 'namespace'),
    name: field(rule.name, 'model'),
    environment: field(rule.environment, 'environment'),
    variant: field(rule.variant, 'variant'),
  };
}

function placeholders(template: string | undefined): string[] {
  return [...(template ?? '').matchAll(/\{(\w+)\}/g)].map(match => match[1]);
}

function fill(template: string, groups: Record<string, string>): string {
  return template.replace(/\{(\w+)\}/g, (_, group) => groups[group] ?? '');
}
