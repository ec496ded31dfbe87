import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import {
  LineageDraft,
  LineageUnmappedNode,
} from '@understudy/plugin-lineage-common';
import { useCallback, useId, useState } from 'react';
import { lineageApiRef } from '../api/LineageApi';
import { Problem } from '../loading/Problem';
import { useAction } from '../loading/useAction';
import { useLoaded } from '../loading/useLoaded';
import { CodeText } from '../pieces/CodeText';
import { copyText } from '../pieces/copyText';
import { PanelSection } from '../pieces/PanelSection';
import { saveBlob } from '../pieces/saveBlob';
import { lineageTranslationRef } from '../translation';
import { DraftItems } from './DraftItems';

/** Catalog YAML for what is selected, to be taken along, and what it would make. */
export function DraftDialog(props: {
  nodes: readonly LineageUnmappedNode[];
  onClose: () => void;
}) {
  const { onClose } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const titleId = useId();
  const lineageApi = useApi(lineageApiRef);
  // As they were when the dialog opened: the list below it goes on.
  const [nodes] = useState(props.nodes);
  const draft = useLoaded(
    useCallback(
      () => lineageApi.draftUnmapped(nodes.map(({ id }) => id)),
      [lineageApi, nodes],
    ),
  );
  const { data, error } = draft;
  return (
    <Dialog
      open
      fullWidth
      maxWidth="md"
      aria-labelledby={titleId}
      onClose={onClose}
    >
      <DialogTitle id={titleId}>
        {t('draft.title', { count: data?.items.length ?? nodes.length })}
      </DialogTitle>
      <DialogContent>
        <DialogContentText>{t('draft.how')}</DialogContentText>
        {error && (
          <Problem
            error={error}
            title={t('draft.failed')}
            onRetry={draft.reload}
          />
        )}
        {!data && !error && <LinearProgress aria-label={t('draft.loading')} />}
        {data && (
          <>
            <CodeText label={t('draft.yaml')} text={data.yaml} />
            <PanelSection title={t('draft.items')}>
              <DraftItems items={data.items} nodes={nodes} />
            </PanelSection>
          </>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('dialog.close')}</Button>
        {data && <TakeAlong draft={data} />}
      </DialogActions>
    </Dialog>
  );
}

function TakeAlong(props: { draft: LineageDraft }) {
  const { yaml } = props.draft;
  const { t } = useTranslationRef(lineageTranslationRef);
  const copying = useAction(async () => {
    await copyText(yaml);
    return true;
  });
  return (
    <>
      <Typography variant="body2" role="status">
        {copying.result && t('draft.copied')}
        {copying.error && t('draft.copyFailed')}
      </Typography>
      <Button onClick={() => copying.run()}>{t('draft.copy')}</Button>
      <Button
        variant="contained"
        color="primary"
        onClick={() =>
          saveBlob(
            new Blob([yaml], { type: 'application/yaml' }),
            t('draft.fileName'),
          )
        }
      >
        {t('draft.download')}
      </Button>
    </>
  );
}
