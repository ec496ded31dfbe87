import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { useCallback, useId } from 'react';
import { registryImportApiRef } from '../api/RegistryImportApi';
import { LoadedContent } from '../loading/LoadedContent';
import { useLoaded } from '../loading/useLoaded';
import { mlTranslationRef } from '../translation';
import { intakeTranslationRef } from '../intake/translation';
import { PreviewContent } from './PreviewContent';

/** What an import would do, before it does. */
export function PreviewDialog(props: {
  id: string;
  title: string;
  onClose: () => void;
}) {
  const { id, title, onClose } = props;
  const { t } = useTranslationRef(intakeTranslationRef);
  const { t: tShared } = useTranslationRef(mlTranslationRef);
  const api = useApi(registryImportApiRef);
  const titleId = useId();
  const preview = useLoaded(
    useCallback(() => api.previewImport(id), [api, id]),
  );
  return (
    <Dialog
      open
      fullWidth
      maxWidth="md"
      aria-labelledby={titleId}
      onClose={onClose}
    >
      <DialogTitle id={titleId}>
        {t('preview.title', { registry: title })}
      </DialogTitle>
      <DialogContent>
        <LoadedContent loaded={preview} what={t('preview.what')} lines={6}>
          {data => <PreviewContent preview={data} />}
        </LoadedContent>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{tShared('dialog.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
