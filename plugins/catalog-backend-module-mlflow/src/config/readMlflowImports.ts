import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { MlflowLinks, readMlflowRegistries } from '@understudy/mlflow-client';
import {
  compileBindingRules,
  compilePattern,
} from '@understudy/plugin-ml-common';
import {
  linearTimePatterns,
  readRegistryImportConfig,
} from '@understudy/plugin-ml-node';
import { MlflowImportConfig } from './MlflowImportConfig';

const KEY = 'catalog.providers.mlflow';
const DEFAULT_KEEP_GONE_FOR_MS = 30 * 24 * 60 * 60_000;
const DEFAULT_HOLD_ABOVE_PERCENT = 20;
const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 10 },
  timeout: { minutes: 15 },
  initialDelay: { seconds: 5 },
};

/**
 * Reads `catalog.providers.mlflow`. Throws an InputError that names the key and
 * the value when something is wrong.
 */
export function readMlflowImports(config: Config): MlflowImportConfig[] {
  const providers = config.getOptionalConfig(KEY);
  const servers = new Map(
    readMlflowRegistries(config).map(server => [server.id, server]),
  );
  return (providers?.keys() ?? []).map(id => {
    const server = servers.get(id);
    if (!server) {
      throw new InputError(
        `${KEY}.${id}: there is no server "${id}" of type mlflow in ml.registries`,
      );
    }
    const at = `${KEY}.${id}`;
    const provider = providers!.getConfig(id);
    const { namespace, environment, bindings, ignore } =
      readRegistryImportConfig(provider, { at });
    const links = new MlflowLinks(server);
    return {
      server,
      rules: {
        server: id,
        location: `mlflow:${id}`,
        namespace,
        environment,
        rules: compileBindingRules(bindings, {
          engine: linearTimePatterns,
          at: `${at}.bindings`,
        }),
        ignore: ignore.map((pattern, index) =>
          compilePattern(pattern, linearTimePatterns, `${at}.ignore[${index}]`),
        ),
        ownerTag: provider.getOptionalString('ownerTag') ?? 'owner',
        ownerNamespace:
          provider.getOptionalString('ownerNamespace') ?? 'default',
        keepGoneForMs: provider.has('keepGoneFor')
          ? durationToMilliseconds(
              readDurationFromConfig(provider, { key: 'keepGoneFor' }),
            )
          : DEFAULT_KEEP_GONE_FOR_MS,
        linkTo: ({ kind, name }) => ({
          title: 'MLflow',
          url: kind === 'prompt' ? links.prompt(name) : links.model(name),
        }),
      },
      schedule: provider.has('schedule')
        ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
            provider.getConfig('schedule'),
          )
        : DEFAULT_SCHEDULE,
      holdAbovePercent: readPercent(provider, `${at}.holdAbovePercent`),
      intake: provider.getOptionalBoolean('intake') ?? true,
    };
  });
}

function readPercent(provider: Config, key: string): number {
  const percent =
    provider.getOptionalNumber('holdAbovePercent') ??
    DEFAULT_HOLD_ABOVE_PERCENT;
  if (!(percent >= 0 && percent <= 100)) {
    throw new InputError(`${key}: ${percent} is not between 0 and 100`);
  }
  return percent;
}
