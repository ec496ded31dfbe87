import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import TextField from '@material-ui/core/TextField';
import { ContractVersion } from '@understudy/plugin-ml-common';
import { DateTime, Duration } from 'luxon';
import { useId, useMemo, useState } from 'react';
import { contractApiRef } from '../../api/ContractApi';
import { ContractConsumers, DeprecationRequest } from '../../api/contractTypes';
import { Problem } from '../../loading/Problem';
import { useAction } from '../../loading/useAction';
import { Loaded } from '../../loading/useLoaded';
import { ChoiceField } from '../../pieces/ChoiceField';
import { FormDialog } from '../../pieces/FormDialog';
import { ReasonField } from '../../pieces/ReasonField';
import { useDurationText } from '../../pieces/useDurationText';
import { contractTranslationRef } from '../translation';
import { listPortFields } from '../fields/listPortFields';
import { ToldTeams } from './ToldTeams';
import { whoIsTold } from './whoIsTold';

// What the engine asks for where the contract says nothing.
const USUAL_NOTICE = 'P30D';
const VERSION = '';
const LONGEST_NAME = 200;
const LONGEST_REASON = 2000;

/** Announces that a version or a field will go, and says whom that is told to. */
export function DeprecateDialog(props: {
  subject: string;
  current: ContractVersion;
  consumers: Loaded<ContractConsumers>;
  onDone: () => void;
  onClose: () => void;
}) {
  const { subject, current, consumers, onDone, onClose } = props;
  const { version, contract } = current;
  const { t } = useTranslationRef(contractTranslationRef);
  const durationText = useDurationText();
  const api = useApi(contractApiRef);
  const dayId = useId();
  const replacementId = useId();
  const fields = useMemo(() => listPortFields(contract.spec.ports), [contract]);
  const notice = contract.spec.serviceLevels?.deprecationNotice ?? USUAL_NOTICE;
  const [key, setKey] = useState(VERSION);
  const [removeAfter, setRemoveAfter] = useState(() => dayAfter(notice));
  const [replacement, setReplacement] = useState('');
  const [reason, setReason] = useState('');
  const action = useAction(async (request: DeprecationRequest) => {
    await api.deprecate(subject, version, request);
    return true;
  });
  const chosen = fields.find(each => each.key === key);
  const field = chosen && { port: chosen.port, path: chosen.path };
  const isPast = removeAfter <= DateTime.now().toFormat('yyyy-MM-dd');

  const submit = async () => {
    const done = await action.run({
      removeAfter,
      reason: reason.trim(),
      ...(replacement.trim() && { replacement: replacement.trim() }),
      ...(field && { field }),
    });
    if (done) {
      onDone();
    }
  };

  return (
    <FormDialog
      title={t('contract.deprecation.dialog.title')}
      confirm={t('contract.deprecation.dialog.confirm')}
      busy={action.busy}
      disabled={!removeAfter || isPast || !reason.trim()}
      onConfirm={submit}
      onClose={onClose}
    >
      <ChoiceField
        label={t('contract.deprecation.dialog.scope')}
        value={key}
        choices={[
          {
            value: VERSION,
            label: t('contract.deprecation.dialog.wholeVersion', { version }),
          },
          ...fields.map(each => ({
            value: each.key,
            label: `${each.port} · ${each.path}`,
          })),
        ]}
        onChange={setKey}
      />
      <TextField
        id={dayId}
        type="date"
        required
        fullWidth
        margin="normal"
        variant="outlined"
        label={t('contract.deprecation.dialog.removeAfter')}
        value={removeAfter}
        error={isPast}
        helperText={
          isPast
            ? t('contract.deprecation.dialog.past')
            : t('contract.deprecation.dialog.removeAfterHelp', {
                notice: durationText(notice),
              })
        }
        InputLabelProps={{ shrink: true }}
        onChange={event => setRemoveAfter(event.target.value)}
      />
      <TextField
        id={replacementId}
        fullWidth
        margin="normal"
        variant="outlined"
        label={t('contract.deprecation.dialog.replacement')}
        helperText={t('contract.deprecation.dialog.replacementHelp')}
        value={replacement}
        inputProps={{ maxLength: LONGEST_NAME }}
        onChange={event => setReplacement(event.target.value)}
      />
      <ReasonField
        label={t('contract.deprecation.dialog.reason')}
        help={t('contract.deprecation.dialog.reasonHelp')}
        value={reason}
        longest={LONGEST_REASON}
        onChange={setReason}
      />
      <ToldTeams
        teams={consumers.data && whoIsTold(consumers.data.items, field)}
      />
      {action.error && (
        <Problem
          error={action.error}
          title={t('contract.deprecation.dialog.failed')}
        />
      )}
    </FormDialog>
  );
}

/** The first day that leaves enough notice; a notice that is no duration counts as none. */
function dayAfter(notice: string): string {
  const tomorrow = DateTime.now().plus({ days: 1 });
  const duration = Duration.fromISO(notice);
  return (duration.isValid ? tomorrow.plus(duration) : tomorrow).toFormat(
    'yyyy-MM-dd',
  );
}
