import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { RegistryImport } from '@understudy/plugin-ml-common';
import { useState } from 'react';
import { registryImportApiRef } from '../api/RegistryImportApi';
import { intakeTranslationRef } from '../intake/translation';
import { countFact } from './countFact';
import { HeldChange } from './HeldChange';
import { PreviewDialog } from './PreviewDialog';
import { ReadStatus } from './ReadStatus';
import { SyncNow } from './SyncNow';

/** How the models of a registry came into the catalog. */
export function ImportStatus(props: {
  state: RegistryImport;
  reload: () => void;
}) {
  const { state, reload } = props;
  const { t } = useTranslationRef(intakeTranslationRef);
  const api = useApi(registryImportApiRef);
  const [previewing, setPreviewing] = useState(false);
  const { counts, held } = state;
  return (
    <ReadStatus
      title={t('registries.models')}
      lastSuccessAt={state.lastSuccessAt}
      lastAttemptAt={state.lastAttemptAt}
      lastError={state.lastError}
      stale={false}
      counts={[
        countFact(t('registries.count.records'), counts?.records),
        countFact(t('registries.count.bound'), counts?.bound),
        countFact(t('registries.count.imported'), counts?.imported),
        countFact(t('registries.count.prompts'), counts?.prompts),
        countFact(t('registries.count.ignored'), counts?.ignored),
        countFact(t('registries.count.withoutOwner'), counts?.withoutOwner),
        countFact(t('registries.count.gone'), counts?.gone),
      ]}
      actions={
        <>
          <SyncNow
            label={t('registries.syncModels', { registry: state.title })}
            sync={() => api.syncImport(state.id)}
            reload={reload}
          />
          <Button
            size="small"
            aria-label={t('registries.previewOf', { registry: state.title })}
            onClick={() => setPreviewing(true)}
          >
            {t('registries.preview')}
          </Button>
        </>
      }
    >
      {held && <HeldChange id={state.id} held={held} reload={reload} />}
      {previewing && (
        <PreviewDialog
          id={state.id}
          title={state.title}
          onClose={() => setPreviewing(false)}
        />
      )}
    </ReadStatus>
  );
}
