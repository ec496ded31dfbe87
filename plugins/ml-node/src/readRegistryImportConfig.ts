import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { RegistryBindingRule } from '@understudy/plugin-ml-common';

/**
 * How the records of a registry become Models, as both the importer into the
 * catalog and the version source need to know.
 *
 * @public
 */
export interface RegistryImportConfig {
  /** Namespace of imported Models. */
  namespace: string;
  /** Environment of records of which nothing else is said. */
  environment?: string;
  /** Rules that bind records to Models, in order. */
  bindings: RegistryBindingRule[];
  /** Patterns of the names of records that are left alone. */
  ignore: string[];
}

const TERM = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const FIELDS = ['namespace', 'name', 'environment', 'variant'] as const;

/**
 * Reads `namespace`, `environment`, `bindings` and `ignore` of the import of a
 * registry, as in `catalog.providers.mlflow.<id>`. Without configuration
 * everything is imported into the default namespace. Throws an InputError that
 * names the key and the value when something is wrong; patterns are compiled
 * by whoever uses them.
 *
 * @public
 * @param at - the configuration key, for messages
 */
export function readRegistryImportConfig(
  config: Config | undefined,
  options: { at: string },
): RegistryImportConfig {
  const term = (key: string) => {
    const value = config?.getOptionalString(key);
    if (value !== undefined && (!TERM.test(value) || value.length > 63)) {
      throw new InputError(
        `${options.at}.${key}: "${value}" is not made of small letters and digits in groups joined by "-"`,
      );
    }
    return value;
  };
  return {
    namespace: term('namespace') ?? 'default',
    environment: term('environment'),
    bindings: (config?.getOptionalConfigArray('bindings') ?? []).map(readRule),
    ignore: config?.getOptionalStringArray('ignore') ?? [],
  };
}

function readRule(config: Config): RegistryBindingRule {
  const rule: RegistryBindingRule = { pattern: config.getString('pattern') };
  for (const field of FIELDS) {
    const value = config.getOptionalString(field);
    if (value !== undefined) {
      rule[field] = value;
    }
  }
  return rule;
}
