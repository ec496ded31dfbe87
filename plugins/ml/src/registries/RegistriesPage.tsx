import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { LoadedContent } from '../loading/LoadedContent';
import { EmptyState } from '../pieces/EmptyState';
import { intakeTranslationRef } from '../intake/translation';
import { RegistrySection } from './RegistrySection';
import { useRegistries } from './useRegistries';
import { useWaitingCounts } from './useWaitingCounts';

/** The registries that feed the portal: how fresh they are and what went wrong. */
export function RegistriesPage() {
  const { t } = useTranslationRef(intakeTranslationRef);
  const registries = useRegistries();
  const waiting = useWaitingCounts();
  return (
    <LoadedContent loaded={registries} what={t('registries.what')} lines={6}>
      {data =>
        data.length === 0 ? (
          <EmptyState
            title={t('registries.empty')}
            why={t('registries.emptyWhy')}
          />
        ) : (
          data.map(registry => (
            <RegistrySection
              key={registry.id}
              registry={registry}
              waiting={waiting.data?.get(registry.id)}
              reload={registries.reload}
            />
          ))
        )
      }
    </LoadedContent>
  );
}
