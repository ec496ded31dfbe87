import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { Contract } from '@understudy/contracts';
import { ContractCheck, ContractVersion } from '@understudy/plugin-ml-common';
import { contractApiRef } from '../../api/ContractApi';
import { Problem } from '../../loading/Problem';
import { useAction } from '../../loading/useAction';
import { FormDialog } from '../../pieces/FormDialog';
import { contractTranslationRef } from '../translation';
import { ConsumerNames } from '../consumers/ConsumerNames';

const FEW = 10;

/** Says once more whom a version breaks, and publishes it. */
export function PublishDialog(props: {
  subject: string;
  contract: Contract;
  /** Absent where it could not be asked. */
  check?: ContractCheck;
  onDone: (published: ContractVersion) => void;
  onClose: () => void;
}) {
  const { subject, contract, check, onDone, onClose } = props;
  const { version } = contract.metadata;
  const { t } = useTranslationRef(contractTranslationRef);
  const api = useApi(contractApiRef);
  const action = useAction(() => api.publish(subject, contract));
  const broken = check?.consumers.filter(
    ({ verdict }) => verdict === 'incompatible',
  );
  const submit = async () => {
    const published = await action.run();
    if (published) {
      onDone(published);
    }
  };
  return (
    <FormDialog
      title={t('contract.try.publish.title', { version })}
      confirm={t('contract.try.publish.confirm')}
      busy={action.busy}
      onConfirm={submit}
      onClose={onClose}
    >
      {!broken && (
        <Typography variant="body2">
          {t('contract.try.publish.unchecked')}
        </Typography>
      )}
      {broken?.length === 0 && (
        <Typography variant="body2">
          {t('contract.try.publish.harmless')}
        </Typography>
      )}
      {broken && broken.length > 0 && (
        <>
          <Typography variant="body2">
            {t('contract.try.publish.breaks', { count: broken.length })}
          </Typography>
          <ConsumerNames
            consumers={broken.map(({ consumer }) => consumer)}
            few={FEW}
            label={t('contract.try.publish.breaks', { count: broken.length })}
          />
        </>
      )}
      {action.error && (
        <Problem
          error={action.error}
          title={t('contract.try.publish.failed')}
        />
      )}
    </FormDialog>
  );
}
