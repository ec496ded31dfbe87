import { humanizeEntityRef } from '@backstage/plugin-catalog-react';
import { parseEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import DialogContentText from '@material-ui/core/DialogContentText';
import {
  ContractWaiver,
  ContractWaiverChoice,
} from '@understudy/plugin-ml-common';
import { useState } from 'react';
import { contractApiRef } from '../../api/ContractApi';
import { Problem } from '../../loading/Problem';
import { useAction } from '../../loading/useAction';
import { FormDialog } from '../../pieces/FormDialog';
import { ReasonField } from '../../pieces/ReasonField';
import { contractTranslationRef } from '../translation';
import { untilText } from './untilText';
import { placeOf } from './waivableFindings';

const LONGEST_REASON = 2000;

/** Asks once more before a waiver is granted, refused or taken back. */
export function DecideDialog(props: {
  waiver: ContractWaiver;
  choice: ContractWaiverChoice;
  onDone: () => void;
  onClose: () => void;
}) {
  const { waiver, choice, onDone, onClose } = props;
  const { subject, id, consumer, until } = waiver;
  const { t } = useTranslationRef(contractTranslationRef);
  const api = useApi(contractApiRef);
  const [reason, setReason] = useState('');
  const why = reason.trim();
  const action = useAction(() =>
    choice === 'revoke'
      ? api.revokeWaiver(subject, id, why)
      : api.decideWaiver(subject, id, {
          verdict: choice === 'grant' ? 'granted' : 'refused',
          ...(why && { reason: why }),
        }),
  );
  const what = placeOf(waiver) || t('contract.waivers.whole');
  const confirm = async () => {
    if (await action.run()) {
      onDone();
    }
  };
  return (
    <FormDialog
      title={t(`contract.waivers.chooseNamed.${choice}`, { what })}
      confirm={t(`contract.waivers.choose.${choice}`)}
      busy={action.busy}
      disabled={choice !== 'grant' && !why}
      onConfirm={confirm}
      onClose={onClose}
    >
      <DialogContentText>
        {t(`contract.waivers.effect.${choice}`, {
          what,
          whom: humanizeEntityRef(parseEntityRef(consumer ?? subject), {
            defaultKind: 'model',
          }),
          until: untilText(until),
        })}
      </DialogContentText>
      <ReasonField
        label={t(
          choice === 'grant'
            ? 'contract.waivers.reasonOptional'
            : 'contract.waivers.reason',
        )}
        value={reason}
        longest={LONGEST_REASON}
        onChange={setReason}
      />
      {action.error && (
        <Problem error={action.error} title={t('contract.waivers.failed')} />
      )}
    </FormDialog>
  );
}
