import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { MlflowAuth, MlflowRegistryConfig } from './MlflowRegistryConfig';

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const WORKSPACE = /^[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$/;
const DEFAULT_REQUESTS_PER_SECOND = 20;
const DEFAULT_TIMEOUT_MS = 30_000;
const DEFAULT_INTERVAL_MS = 5 * 60_000;

/**
 * Reads the servers of type `mlflow` from `ml.registries`. Servers of other
 * types are left to their own modules. Throws an InputError that names the key
 * and the value when something is wrong.
 *
 * @public
 */
export function readMlflowRegistries(config: Config): MlflowRegistryConfig[] {
  const registries = config.getOptionalConfig('ml.registries');
  return (registries?.keys() ?? [])
    .map(id => ({ id, entry: registries!.getConfig(id) }))
    .filter(({ entry }) => entry.getString('type') === 'mlflow')
    .map(({ id, entry }) => readRegistry(id, entry));
}

function readRegistry(id: string, config: Config): MlflowRegistryConfig {
  const at = (key: string) => `ml.registries.${id}.${key}`;
  if (!ID.test(id) || id.length > 63) {
    throw new InputError(
      `ml.registries.${id}: the id of a registry is made of small letters and digits in groups joined by "-", at most 63 characters`,
    );
  }
  const baseUrl = readUrl(config.getString('baseUrl'), at('baseUrl'));
  const uiUrl = config.getOptionalString('uiUrl');
  const workspace = config.getOptionalString('workspace');
  if (workspace !== undefined && !WORKSPACE.test(workspace)) {
    throw new InputError(
      `${at('workspace')}: "${workspace}" is not made of 2 to 63 small letters, digits and dashes inside`,
    );
  }
  return {
    id,
    title: config.getOptionalString('title') ?? id,
    baseUrl,
    uiUrl: uiUrl === undefined ? baseUrl : readUrl(uiUrl, at('uiUrl')),
    ...(workspace !== undefined && { workspace }),
    auth: readAuth(config.getOptionalConfig('auth'), at('auth')),
    requestsPerSecond: readPositive(
      config.getOptionalNumber('requestsPerSecond') ??
        DEFAULT_REQUESTS_PER_SECOND,
      at('requestsPerSecond'),
    ),
    timeoutMs: readMilliseconds(config, 'timeout', at) ?? DEFAULT_TIMEOUT_MS,
    intervalSeconds:
      (readMilliseconds(config, 'interval', at) ?? DEFAULT_INTERVAL_MS) / 1000,
  };
}

function readUrl(value: string, key: string): string {
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
    throw new InputError(`${key}: "${value}" is not an http or https address`);
  }
  const url = new URL(value);
  if (url.username || url.password) {
    throw new InputError(
      `${key}: put credentials into the "auth" block, not into the address`,
    );
  }
  if (url.search || url.hash) {
    throw new InputError(
      `${key}: "${value}" must not have a query or a fragment`,
    );
  }
  return value.replace(/\/+$/, '');
}

function readAuth(config: Config | undefined, key: string): MlflowAuth {
  const type = config?.getOptionalString('type') ?? 'none';
  if (!config || type === 'none') {
    return { type: 'none' };
  }
  if (type === 'bearer') {
    return { type, token: config.getString('token') };
  }
  if (type === 'basic') {
    return {
      type,
      username: config.getString('username'),
      password: config.getString('password'),
    };
  }
  throw new InputError(
    `${key}.type: "${type}" is not one of none, bearer, basic`,
  );
}

function readMilliseconds(
  config: Config,
  key: string,
  at: (key: string) => string,
): number | undefined {
  return config.has(key)
    ? readPositive(
        durationToMilliseconds(readDurationFromConfig(config, { key })),
        at(key),
      )
    : undefined;
}

function readPositive(value: number, key: string): number {
  if (!(value > 0) || !Number.isFinite(value)) {
    throw new InputError(`${key}: ${value} is not a number above 0`);
  }
  return value;
}
