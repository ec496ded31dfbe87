import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useSearchParams } from 'react-router-dom';
import { LoadedContent } from '../loading/LoadedContent';
import { RailLayout } from '../pieces/RailLayout';
import { StaleBanner } from '../pieces/StaleBanner';
import { intakeTranslationRef } from './translation';
import { IntakeFilters } from './IntakeFilters';
import { IntakeList } from './IntakeList';
import { useIntake } from './useIntake';
import { useIntakeServers } from './useIntakeServers';

/** Which records of our registries nobody has taken yet, and what to do with them. */
export function IntakePage() {
  const { t } = useTranslationRef(intakeTranslationRef);
  const [params] = useSearchParams();
  const page = useIntake(params);
  const servers = useIntakeServers();
  const reload = () => {
    page.reload();
    servers.reload();
  };
  return (
    <RailLayout
      label={t('intake.filter.label')}
      rail={<IntakeFilters loaded={servers} />}
    >
      <StaleBanner sources={servers.data?.sources ?? []} />
      <LoadedContent loaded={page} what={t('intake.what')} lines={8}>
        {data => (
          <IntakeList
            page={data}
            servers={servers.data?.servers}
            busy={page.loading}
            reload={reload}
          />
        )}
      </LoadedContent>
    </RailLayout>
  );
}
