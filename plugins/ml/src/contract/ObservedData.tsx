import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { ContractObservation } from '@understudy/plugin-ml-common';
import { Since } from '../pieces/Since';
import { contractTranslationRef } from './translation';

/** Which data the contract is compared with, and how old what is known of it is. */
export function ObservedData(props: { observed: ContractObservation }) {
  const { namespace, name, observedAt, staleSince } = props.observed;
  const { t } = useTranslationRef(contractTranslationRef);
  return (
    <Typography variant="body2" color="textSecondary">
      <span title={namespace}>{t('contract.observed.with', { name })}</span>
      {' · '}
      {t('contract.observed.schemaOf')} <Since time={observedAt} />
      {staleSince && (
        <>
          {' · '}
          {t('contract.observed.silent')} <Since time={staleSince} plain />
        </>
      )}
    </Typography>
  );
}
