import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { useSearchParams } from 'react-router-dom';
import { IntakeServer } from '../api/intakeTypes';
import { EmptyState } from '../pieces/EmptyState';
import { registriesRouteRef } from '../routes';
import { intakeTranslationRef } from './translation';
import { clearIntakeFilters, hasIntakeFilters } from './intakeFilters';

/** Tells filters that fit nothing from nothing to do and nothing read. */
export function NoRecords(props: { servers?: IntakeServer[] }) {
  const { t } = useTranslationRef(intakeTranslationRef);
  const [params, setParams] = useSearchParams();
  const registriesPath = useRouteRef(registriesRouteRef);
  if (hasIntakeFilters(params)) {
    return (
      <EmptyState
        title={t('intake.empty.filtered')}
        why={t('intake.empty.filteredWhy')}
        action={
          <Button
            variant="outlined"
            onClick={() => setParams(clearIntakeFilters(params))}
          >
            {t('intake.filter.clear')}
          </Button>
        }
      />
    );
  }
  const nothingRead = props.servers?.length === 0;
  return (
    <EmptyState
      title={t(nothingRead ? 'intake.empty.noRegistry' : 'intake.empty.none')}
      why={t(
        nothingRead ? 'intake.empty.noRegistryWhy' : 'intake.empty.noneWhy',
      )}
      action={<Link to={registriesPath()}>{t('intake.empty.registries')}</Link>}
    />
  );
}
