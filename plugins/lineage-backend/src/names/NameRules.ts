import { InputError } from '@backstage/errors';
import { hash } from 'node:crypto';
import { canonicalJson } from '../database/canonicalJson';
import { compileNamePattern, NameMatch, NamePattern } from './NamePattern';
import { fillTemplate, readTemplate } from './template';
import {
  AliasRule,
  EnvironmentRule,
  EventName,
  NameRulesConfig,
  PartitionRule,
} from './types';

/** Rules that have not come to an end after so many steps have none. */
const MOST_STEPS = 10;

interface Alias {
  matches(name: EventName): NameMatch | undefined;
  to: AliasRule['to'];
}

interface Partition {
  matches(name: EventName): NameMatch | undefined;
}

/** What a name folds into. */
export interface FoldedName {
  namespace: string;
  name: string;
  /** What was cut off; missing when nothing was. */
  partition?: string;
}

/**
 * What a portal says about the names in events: which are spellings of one
 * name, which are parts of one thing, and which environment they belong to.
 * Everything follows from the name alone, so order does not matter.
 */
export class NameRules {
  readonly version: number;
  /** The same for rules that say the same. */
  readonly digest: string;
  readonly defaultEnvironment: string;
  readonly #aliases: readonly Alias[];
  readonly #partitions: readonly Partition[];
  readonly #environments: readonly (Partition & { environment: string })[];

  /** @throws InputError that names the rule that is wrong. */
  static create(config: NameRulesConfig): NameRules {
    return new NameRules(config);
  }

  private constructor(config: NameRulesConfig) {
    this.version = config.version;
    this.defaultEnvironment = config.defaultEnvironment;
    this.digest = hash('sha256', canonicalJson(config), 'base64url');
    this.#aliases = config.aliases.map(compileAlias);
    this.#partitions = config.partitions.map(compilePartition);
    this.#environments = config.environments.map(compileEnvironment);
  }

  /** The usual spelling of a name. */
  spell(name: EventName): EventName {
    const seen = [name];
    for (;;) {
      const next = this.#respell(seen[seen.length - 1]);
      if (!next) {
        return seen[seen.length - 1];
      }
      const start = seen.findIndex(known => isSame(known, next));
      if (start >= 0) {
        // Rules that lead in a circle: whichever is first, the same is taken.
        return seen.slice(start).reduce((a, b) => (isBefore(b, a) ? b : a));
      }
      if (seen.length > MOST_STEPS) {
        return name;
      }
      seen.push(next);
    }
  }

  /** What a name folds into: without what only one part of a thing has. */
  fold(name: EventName): FoldedName {
    const cut: string[] = [];
    let folded = this.spell(name);
    for (let step = 0; step < MOST_STEPS; step++) {
      const found = this.#cut(folded);
      if (!found) {
        break;
      }
      cut.unshift(found.partition);
      folded = this.spell({ ...folded, name: found.name });
    }
    const { namespace, name: text } = folded;
    return {
      namespace,
      name: text,
      ...(cut.length > 0 && { partition: cut.join(' ') }),
    };
  }

  /** The environment of a name that was folded. */
  environmentOf(name: EventName): string {
    const rule = this.#environments.find(one => one.matches(name));
    return rule?.environment ?? this.defaultEnvironment;
  }

  #respell(name: EventName): EventName | undefined {
    for (const { matches, to } of this.#aliases) {
      const found = matches(name);
      if (found) {
        const next = {
          kind: name.kind,
          namespace: replace(name.namespace, to.namespace, found),
          name: replace(name.name, to.name, found),
        };
        return isSame(next, name) || !next.namespace || !next.name
          ? undefined
          : next;
      }
    }
    return undefined;
  }

  #cut(name: EventName): { name: string; partition: string } | undefined {
    for (const { matches } of this.#partitions) {
      const found = matches(name);
      // A rule that leaves nothing, or all, does not say what is a part.
      if (found?.name && found.name.length < name.name.length) {
        const partition = found.partition ?? name.name.slice(found.name.length);
        return { name: found.name, partition };
      }
    }
    return undefined;
  }
}

function compileAlias(rule: AliasRule, index: number): Alias {
  const at = `lineage.names.aliases[${index}]`;
  const { matches, groups } = compileWhere(rule, at);
  for (const key of ['namespace', 'name'] as const) {
    for (const group of readTemplate(rule.to[key] ?? '')) {
      if (!groups.includes(group)) {
        throw new InputError(
          `${at}.to.${key} uses {${group}}, which is no named group of the patterns`,
        );
      }
    }
  }
  return { matches, to: rule.to };
}

function compilePartition(rule: PartitionRule, index: number): Partition {
  const at = `lineage.names.partitions[${index}]`;
  const { matches, groups } = compileWhere(rule, at);
  if (!groups.includes('name')) {
    throw new InputError(
      `${at}.name: "${rule.name}" has no group (?<name>...) that says what stays`,
    );
  }
  return { matches };
}

function compileEnvironment(rule: EnvironmentRule, index: number) {
  const at = `lineage.names.environments[${index}]`;
  if (rule.namespace === undefined && rule.name === undefined) {
    throw new InputError(`${at} has neither a namespace nor a name`);
  }
  return { ...compileWhere(rule, at), environment: rule.environment };
}

/** Names of a kind whose namespace and name fit, as far as a rule says so. */
function compileWhere(
  rule: { kind?: EventName['kind']; namespace?: string; name?: string },
  at: string,
) {
  const compiled: { part: 'namespace' | 'name'; pattern: NamePattern }[] = [];
  for (const part of ['namespace', 'name'] as const) {
    const text = rule[part];
    if (text !== undefined) {
      compiled.push({
        part,
        pattern: compileNamePattern(text, `${at}.${part}`),
      });
    }
  }
  return {
    groups: compiled.flatMap(({ pattern }) => pattern.groups),
    matches(name: EventName): NameMatch | undefined {
      if (rule.kind && rule.kind !== name.kind) {
        return undefined;
      }
      const found: NameMatch = {};
      for (const { part, pattern } of compiled) {
        const match = pattern.match(name[part]);
        if (!match) {
          return undefined;
        }
        Object.assign(found, match);
      }
      return found;
    },
  };
}

/** What a rule says nothing of stays, also with braces in it. */
function replace(
  text: string,
  template: string | undefined,
  found: NameMatch,
): string {
  return template === undefined ? text : fillTemplate(template, found);
}

function isSame(a: EventName, b: EventName): boolean {
  return a.namespace === b.namespace && a.name === b.name;
}

function isBefore(a: EventName, b: EventName): boolean {
  return a.namespace === b.namespace
    ? a.name < b.name
    : a.namespace < b.namespace;
}
