import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import { IntakeRecord } from '@understudy/plugin-ml-common';
import { useCallback, useId, useState } from 'react';
import { intakeApiRef } from '../api/IntakeApi';
import { LoadedContent } from '../loading/LoadedContent';
import { useLoaded } from '../loading/useLoaded';
import { saveBlob } from '../pieces/saveBlob';
import { TextBlock } from '../pieces/TextBlock';
import { mlTranslationRef } from '../translation';
import { intakeTranslationRef } from './translation';

const FILE_NAME = 'models.yaml';

/** Model documents for records, to put into a repository by hand. */
export function DraftDialog(props: {
  records: IntakeRecord[];
  onClose: () => void;
}) {
  const { onClose } = props;
  const { t } = useTranslationRef(intakeTranslationRef);
  const { t: tShared } = useTranslationRef(mlTranslationRef);
  const api = useApi(intakeApiRef);
  const titleId = useId();
  // As they were when the dialog opened: the list below it goes on.
  const [records] = useState(() => props.records.map(({ record }) => record));
  const draft = useLoaded(
    useCallback(() => api.draftYaml(records), [api, records]),
  );
  const save = (yaml: string) =>
    saveBlob(new Blob([yaml], { type: 'text/yaml' }), FILE_NAME);
  return (
    <Dialog
      open
      fullWidth
      maxWidth="md"
      aria-labelledby={titleId}
      onClose={onClose}
    >
      <DialogTitle id={titleId}>
        {t('intake.draft.title', { count: records.length })}
      </DialogTitle>
      <DialogContent>
        <DialogContentText>{t('intake.draft.how')}</DialogContentText>
        <LoadedContent loaded={draft} what={t('intake.draft.what')} lines={8}>
          {yaml => (
            <TextBlock
              label={t('intake.draft.label')}
              text={yaml}
              what={t('intake.draft.name')}
            />
          )}
        </LoadedContent>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{tShared('dialog.close')}</Button>
        <Button
          variant="outlined"
          disabled={draft.data === undefined}
          onClick={() => draft.data !== undefined && save(draft.data)}
        >
          {t('intake.draft.save')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
