import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { NameRules } from './NameRules';
import { usualAliases, usualPartitions } from './usualRules';
import { EventName } from './types';

const KEY = 'lineage.names';
const TERM = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const MOST_RULES = 200;

/** Reads `lineage.names` of the configuration; what is wrong is named. */
export function readNameRules(root: Config): NameRules {
  const config = root.getOptionalConfig(KEY);
  const version = config?.getOptionalNumber('version') ?? 0;
  if (!Number.isSafeInteger(version) || version < 0) {
    throw new InputError(
      `${KEY}.version is ${version}: expected a whole number from 0`,
    );
  }
  const list = (name: string) => {
    const rules = config?.getOptionalConfigArray(name) ?? [];
    if (rules.length > MOST_RULES) {
      throw new InputError(
        `${KEY}.${name} has ${rules.length} rules, of ${MOST_RULES} allowed`,
      );
    }
    return rules;
  };
  const usual = config?.getOptionalBoolean('usual') ?? true;
  return NameRules.create({
    version,
    // What a portal says goes before what is usual.
    aliases: [
      ...list('aliases').map(rule => ({
        ...readWhere(rule),
        to: {
          namespace: rule.getOptionalString('to.namespace'),
          name: rule.getOptionalString('to.name'),
        },
      })),
      ...(usual ? usualAliases : []),
    ],
    partitions: [
      ...list('partitions').map(rule => ({
        ...readWhere(rule),
        name: rule.getString('name'),
      })),
      ...(usual ? usualPartitions : []),
    ],
    environments: list('environments').map((rule, index) => ({
      ...readWhere(rule),
      environment: readTerm(
        rule.getString('environment'),
        `${KEY}.environments[${index}].environment`,
      ),
    })),
    defaultEnvironment: readTerm(
      config?.getOptionalString('defaultEnvironment') ?? 'production',
      `${KEY}.defaultEnvironment`,
    ),
  });
}

function readWhere(rule: Config) {
  const kind = rule.getOptionalString('kind');
  return {
    ...(kind !== undefined && { kind: readKind(kind) }),
    namespace: rule.getOptionalString('namespace'),
    name: rule.getOptionalString('name'),
  };
}

function readKind(kind: string): EventName['kind'] {
  if (kind !== 'dataset' && kind !== 'job') {
    throw new InputError(
      `${KEY}: the kind '${kind}' is neither 'dataset' nor 'job'`,
    );
  }
  return kind;
}

function readTerm(text: string, at: string): string {
  if (!TERM.test(text)) {
    throw new InputError(
      `${at} is '${text.slice(0, 100)}': expected at most 64 letters, digits, '.', '_' and '-'`,
    );
  }
  return text;
}
