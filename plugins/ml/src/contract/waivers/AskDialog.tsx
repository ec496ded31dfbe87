import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import DialogContentText from '@material-ui/core/DialogContentText';
import TextField from '@material-ui/core/TextField';
import { WaivedFinding } from '@understudy/plugin-ml-common';
import { useId, useState } from 'react';
import { contractApiRef } from '../../api/ContractApi';
import { Problem } from '../../loading/Problem';
import { useAction } from '../../loading/useAction';
import { FormDialog } from '../../pieces/FormDialog';
import { ReasonField } from '../../pieces/ReasonField';
import { contractTranslationRef } from '../translation';
import { AskedFindings } from './AskedFindings';
import { AskedWaivers } from './AskedWaivers';
import { EARLY_REMOVAL } from './waivableFindings';
import { LONGEST_DAYS, waiverDays } from './waiverDays';

const LONGEST_REASON = 2000;
const MOST_FINDINGS = 200;

/** Asks the owners of what is hit to accept findings for a time, and says who they are. */
export function AskDialog(props: {
  subject: string;
  findings: WaivedFinding[];
  onClose: () => void;
}) {
  const { subject, onClose } = props;
  const findings = props.findings.slice(0, MOST_FINDINGS);
  const { t } = useTranslationRef(contractTranslationRef);
  const api = useApi(contractApiRef);
  const dayId = useId();
  const { first, usual, last } = waiverDays(new Date());
  const [until, setUntil] = useState(usual);
  const [reason, setReason] = useState('');
  const action = useAction(() =>
    api.askForWaivers(subject, { findings, reason: reason.trim(), until }),
  );
  const [asked, setAsked] =
    useState<Awaited<ReturnType<typeof api.askForWaivers>>>();
  const isPast = until < first;
  const isFar = until > last;
  const dayHelp = () => {
    if (isPast) {
      return t('contract.waivers.ask.past');
    }
    return isFar
      ? t('contract.waivers.ask.far', { latest: last })
      : t('contract.waivers.ask.untilHelp', { days: String(LONGEST_DAYS) });
  };

  return (
    <FormDialog
      title={t('contract.waivers.ask.title')}
      confirm={asked ? undefined : t('contract.waivers.ask.confirm')}
      busy={action.busy}
      disabled={!until || isPast || isFar || !reason.trim()}
      onConfirm={async () => setAsked(await action.run())}
      onClose={onClose}
    >
      {asked ? (
        <AskedWaivers waivers={asked} />
      ) : (
        <>
          <DialogContentText>
            {t(
              findings.some(
                ({ ruleId, consumer }) => ruleId === EARLY_REMOVAL && !consumer,
              )
                ? 'contract.waivers.ask.early'
                : 'contract.waivers.ask.effect',
            )}
          </DialogContentText>
          {props.findings.length > MOST_FINDINGS && (
            <DialogContentText>
              {t('contract.waivers.ask.tooMany', {
                amount: String(MOST_FINDINGS),
              })}
            </DialogContentText>
          )}
          <AskedFindings findings={findings} />
          <TextField
            id={dayId}
            type="date"
            required
            fullWidth
            margin="normal"
            variant="outlined"
            label={t('contract.waivers.ask.until')}
            value={until}
            error={isPast || isFar}
            helperText={dayHelp()}
            InputLabelProps={{ shrink: true }}
            inputProps={{ min: first, max: last }}
            onChange={event => setUntil(event.target.value)}
          />
          <ReasonField
            label={t('contract.waivers.reason')}
            help={t('contract.waivers.ask.reasonHelp')}
            value={reason}
            longest={LONGEST_REASON}
            onChange={setReason}
          />
          {action.error && (
            <Problem
              error={action.error}
              title={t('contract.waivers.ask.failed')}
            />
          )}
        </>
      )}
    </FormDialog>
  );
}
