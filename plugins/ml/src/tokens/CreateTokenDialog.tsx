import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import TextField from '@material-ui/core/TextField';
import {
  CreatedRegistryToken,
  RegistryTokenScope,
} from '@understudy/plugin-ml-common';
import { useId, useState } from 'react';
import { mlApiRef } from '../api/MlApi';
import { Problem } from '../loading/Problem';
import { useAction } from '../loading/useAction';
import { FormDialog } from '../pieces/FormDialog';
import { registryTranslationRef } from '../models/translation';
import { ScopeFields } from './ScopeFields';

/** The bounds of the backend. */
const MOST_DAYS = 90;
const LONGEST_NAME = 100;
const USUAL_DAYS = 30;

/** Asks for the name, days and scopes of a new token. */
export function CreateTokenDialog(props: {
  onCreated: (token: CreatedRegistryToken) => void;
  onClose: () => void;
}) {
  const { onCreated, onClose } = props;
  const { t } = useTranslationRef(registryTranslationRef);
  const api = useApi(mlApiRef);
  const nameId = useId();
  const daysId = useId();
  const [name, setName] = useState('');
  const [daysText, setDaysText] = useState(String(USUAL_DAYS));
  const [scopes, setScopes] = useState<RegistryTokenScope[]>([
    'read',
    'register',
  ]);
  const days = Number(daysText);
  const daysFit = Number.isInteger(days) && days >= 1 && days <= MOST_DAYS;
  const action = useAction(() =>
    api.createRegistryToken({ name: name.trim(), days, scopes }),
  );
  const create = async () => {
    const created = await action.run();
    if (created) {
      onCreated(created);
    }
  };
  return (
    <FormDialog
      title={t('tokens.dialog.title')}
      confirm={t('tokens.dialog.confirm')}
      busy={action.busy}
      disabled={!name.trim() || !daysFit || scopes.length === 0}
      onConfirm={create}
      onClose={onClose}
    >
      <TextField
        id={nameId}
        fullWidth
        margin="normal"
        variant="outlined"
        label={t('tokens.dialog.name')}
        helperText={t('tokens.dialog.nameHelp')}
        inputProps={{ maxLength: LONGEST_NAME }}
        value={name}
        onChange={event => setName(event.target.value)}
      />
      <TextField
        id={daysId}
        fullWidth
        margin="normal"
        variant="outlined"
        type="number"
        label={t('tokens.dialog.days')}
        helperText={t('tokens.dialog.daysHelp', { most: String(MOST_DAYS) })}
        error={!daysFit}
        inputProps={{ min: 1, max: MOST_DAYS, step: 1 }}
        value={daysText}
        onChange={event => setDaysText(event.target.value)}
      />
      <ScopeFields scopes={scopes} onChange={setScopes} />
      {action.error && (
        <Problem error={action.error} title={t('tokens.dialog.failed')} />
      )}
    </FormDialog>
  );
}
