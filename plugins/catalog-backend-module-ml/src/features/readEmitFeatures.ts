import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  EmitFeaturesMode,
  emitFeaturesModes,
} from '@understudy/plugin-ml-common';

const KEY = 'catalog.understudy.emitFeatures';

/**
 * The configured mode, `all` unless set.
 *
 * @throws InputError for another value; the backend then does not start.
 */
export function readEmitFeatures(config: Config): EmitFeaturesMode {
  const value = config.getOptionalString(KEY) ?? 'all';
  const mode = emitFeaturesModes.find(m => m === value);
  if (!mode) {
    throw new InputError(
      `${KEY} is '${value}', but has to be one of ${emitFeaturesModes.join(', ')}`,
    );
  }
  return mode;
}
