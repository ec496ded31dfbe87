import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { AliasDriftChoice } from '@understudy/plugin-ml-common';

const choices: readonly AliasDriftChoice[] = ['report', 'adopt', 'revert'];

/**
 * What is done about drift by itself, by the id of the registry. Throws
 * InputError for a value that is none of these.
 */
export function readDriftModes(config: Config): Map<string, AliasDriftChoice> {
  const registries = config.getOptionalConfig('ml.registries');
  return new Map(
    (registries?.keys() ?? []).map(id => {
      const key = `${id}.drift`;
      const given = registries?.getOptionalString(key) ?? 'report';
      const mode = choices.find(choice => choice === given);
      if (!mode) {
        throw new InputError(
          `ml.registries.${key}: "${given}" is not one of ${choices.join(', ')}`,
        );
      }
      return [id, mode];
    }),
  );
}
