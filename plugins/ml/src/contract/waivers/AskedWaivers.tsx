import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { ContractWaiver } from '@understudy/plugin-ml-common';
import { ConsumerNames } from '../consumers/ConsumerNames';
import { contractTranslationRef } from '../translation';

const FEW = 10;

/** Says that it is asked for, and who decides. */
export function AskedWaivers(props: { waivers: ContractWaiver[] }) {
  const { waivers } = props;
  const { t } = useTranslationRef(contractTranslationRef);
  const deciders = [
    ...new Set(waivers.flatMap(({ decider }) => decider ?? [])),
  ];
  return (
    <div role="status">
      <Typography variant="body2" paragraph>
        {waivers.length > 0
          ? t('contract.waivers.ask.done', { count: waivers.length })
          : t('contract.waivers.ask.doneHidden')}
      </Typography>
      {deciders.length > 0 && (
        <>
          <Typography variant="subtitle2" component="h3">
            {t('contract.waivers.ask.deciders')}
          </Typography>
          <ConsumerNames
            consumers={deciders}
            few={FEW}
            label={t('contract.waivers.ask.deciders')}
          />
        </>
      )}
    </div>
  );
}
