import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import DialogContentText from '@material-ui/core/DialogContentText';
import { RegistryToken } from '@understudy/plugin-ml-common';
import { mlApiRef } from '../api/MlApi';
import { Problem } from '../loading/Problem';
import { useAction } from '../loading/useAction';
import { FormDialog } from '../pieces/FormDialog';
import { registryTranslationRef } from '../models/translation';

/** Asks before a token is ended for good. */
export function RevokeDialog(props: {
  token: RegistryToken;
  onDone: () => void;
  onClose: () => void;
}) {
  const { token, onDone, onClose } = props;
  const { t } = useTranslationRef(registryTranslationRef);
  const api = useApi(mlApiRef);
  const action = useAction(async () => {
    await api.revokeRegistryToken(token.id);
    return true;
  });
  const revoke = async () => {
    if (await action.run()) {
      onDone();
    }
  };
  return (
    <FormDialog
      title={t('tokens.revoke.title', { name: token.name })}
      confirm={t('tokens.revoke.confirm', { name: token.name })}
      busy={action.busy}
      onConfirm={revoke}
      onClose={onClose}
    >
      <DialogContentText>{t('tokens.revoke.effect')}</DialogContentText>
      {action.error && (
        <Problem error={action.error} title={t('tokens.revoke.failed')} />
      )}
    </FormDialog>
  );
}
