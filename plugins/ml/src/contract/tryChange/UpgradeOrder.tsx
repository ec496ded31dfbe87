import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { ContractCheck } from '@understudy/plugin-ml-common';
import { contractTranslationRef } from '../translation';
import { ConsumerNames } from '../consumers/ConsumerNames';

const FEW = 5;

/** Who has to move before whom. */
export function UpgradeOrder(props: { check: ContractCheck; version: string }) {
  const { check, version } = props;
  const { t } = useTranslationRef(contractTranslationRef);
  const refsOf = (first: 'consumers' | 'none') =>
    check.consumers
      .filter(consumer => consumer.first === first)
      .map(({ consumer }) => consumer);
  const stuck = refsOf('none');
  const before = refsOf('consumers');
  if (stuck.length === 0 && before.length === 0) {
    return (
      <Typography variant="body2">{t('contract.try.order.any')}</Typography>
    );
  }
  return (
    <>
      {before.length > 0 && (
        <>
          <Typography variant="body2">
            {t('contract.try.order.consumersFirst')}
          </Typography>
          <ConsumerNames
            consumers={before}
            few={FEW}
            label={t('contract.try.order.consumersFirst')}
          />
          <Typography variant="body2">
            {t('contract.try.order.thenPublish', { version })}
          </Typography>
        </>
      )}
      {stuck.length > 0 && (
        <>
          <Typography variant="body2">
            {t('contract.try.order.none')}
          </Typography>
          <ConsumerNames
            consumers={stuck}
            few={FEW}
            label={t('contract.try.order.none')}
          />
        </>
      )}
    </>
  );
}
