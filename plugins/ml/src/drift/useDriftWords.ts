import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { formatTarget } from '../pieces/formatTarget';
import { formatVersion } from '../pieces/formatVersion';
import { registryTranslationRef } from '../models/translation';
import { NamedDrift } from './useDrift';

/** What the sentences about a drift name. */
export function useDriftWords({ drift, serverTitle }: NamedDrift) {
  const { t } = useTranslationRef(registryTranslationRef);
  const { alias, target, stage, found, decided } = drift;
  return {
    alias,
    server: serverTitle,
    where: formatTarget(target, { stage }),
    found: found ? formatVersion(found.label) : t('drift.nothing'),
    decided: decided ? formatVersion(decided.label) : t('drift.nothing'),
  };
}
