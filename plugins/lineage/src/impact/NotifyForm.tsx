import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  LineageImpact,
  LineageImpactNotice,
} from '@understudy/plugin-lineage-common';
import { FormEvent, useId, useState } from 'react';
import { lineageApiRef } from '../api/LineageApi';
import { Problem } from '../loading/Problem';
import { useAction } from '../loading/useAction';
import { lineageTranslationRef } from '../translation';

/** The backend takes no more. */
const MESSAGE_LENGTH = 1_000;

/**
 * Tells the owners. Says who they are before, and what came of it after; the
 * message stays when it could not be sent.
 */
export function NotifyForm(props: {
  impact: LineageImpact;
  ownerTitle: (owner: string) => string;
  onBack: () => void;
}) {
  const { impact, ownerTitle, onBack } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const lineageApi = useApi(lineageApiRef);
  const fieldId = useId();
  const [message, setMessage] = useState('');
  const telling = useAction(
    async () =>
      await lineageApi.notifyOwners({
        root: impact.root,
        environment: impact.environment,
        message: message.trim() || undefined,
      }),
  );
  const owners = impact.owners.flatMap(({ owner, items }) =>
    owner === undefined ? [] : [{ owner, items }],
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    telling.run();
  };
  const { result } = telling;
  return (
    <form onSubmit={submit}>
      <DialogContent>
        {result ? (
          <Told notice={result} />
        ) : (
          <>
            <Typography>{t('notify.who', { count: owners.length })}</Typography>
            <ul>
              {owners.map(({ owner, items }) => (
                <li key={owner}>
                  <EntityRefLink
                    entityRef={owner}
                    title={ownerTitle(owner)}
                    underline="always"
                  />
                  {', '}
                  {t('impact.things', { count: items })}
                </li>
              ))}
            </ul>
            <TextField
              id={fieldId}
              fullWidth
              multiline
              minRows={3}
              variant="outlined"
              margin="normal"
              label={t('notify.message')}
              helperText={t('notify.messageHelp', {
                left: String(MESSAGE_LENGTH - message.length),
              })}
              value={message}
              inputProps={{ maxLength: MESSAGE_LENGTH }}
              onChange={event => setMessage(event.target.value)}
            />
            {telling.error && (
              <Problem error={telling.error} title={t('notify.failed')} />
            )}
          </>
        )}
      </DialogContent>
      <DialogActions>
        <Button disabled={telling.busy} onClick={onBack}>
          {t('notify.back')}
        </Button>
        {!result && (
          <Button
            type="submit"
            variant="contained"
            color="primary"
            disabled={telling.busy}
          >
            {t('notify.confirm', { count: owners.length })}
          </Button>
        )}
      </DialogActions>
    </form>
  );
}

function Told(props: { notice: LineageImpactNotice }) {
  const { owners, failed, unowned, complete } = props.notice;
  const { t } = useTranslationRef(lineageTranslationRef);
  return (
    <div role="status">
      <Typography paragraph>{t('notify.told', { count: owners })}</Typography>
      {failed > 0 && (
        <Typography paragraph>
          {t('notify.notTold', { count: failed })}
        </Typography>
      )}
      {unowned > 0 && (
        <Typography paragraph>
          {t('notify.unowned', { count: unowned })}
        </Typography>
      )}
      {!complete && <Typography paragraph>{t('notify.incomplete')}</Typography>}
    </div>
  );
}
