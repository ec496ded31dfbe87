import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

const MIN_LENGTH = 16;

/**
 * The secrets that registries sign their webhooks with, by the id of the
 * registry. Throws InputError for one that could be guessed.
 */
export function readWebhookSecrets(config: Config): Map<string, string> {
  const secrets = new Map<string, string>();
  const registries = config.getOptionalConfig('ml.registries');
  for (const id of registries?.keys() ?? []) {
    const secret = registries?.getOptionalString(`${id}.webhookSecret`);
    if (secret !== undefined && secret.length < MIN_LENGTH) {
      throw new InputError(
        `ml.registries.${id}.webhookSecret has ${secret.length} characters; at least ${MIN_LENGTH} are needed`,
      );
    }
    if (secret !== undefined) {
      secrets.set(id, secret);
    }
  }
  return secrets;
}
