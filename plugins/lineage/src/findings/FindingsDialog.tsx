import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { LineageFindings } from '@understudy/plugin-lineage-common';
import { useId } from 'react';
import { Problem } from '../loading/Problem';
import { Loaded } from '../loading/useLoaded';
import { lineageTranslationRef } from '../translation';
import { FindingsTable } from './FindingsTable';

/** All connections on which the catalog and runs disagree, and what each may mean. */
export function FindingsDialog(props: {
  findings: Loaded<LineageFindings | undefined>;
  /** What the root is called. */
  title: string;
  onClose: () => void;
}) {
  const { findings, title, onClose } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const titleId = useId();
  const { data, error } = findings;
  return (
    <Dialog
      open
      fullWidth
      maxWidth="lg"
      aria-labelledby={titleId}
      onClose={onClose}
    >
      <DialogTitle id={titleId}>{t('findings.title', { title })}</DialogTitle>
      <DialogContent>
        {error && (
          <Problem
            error={error}
            mild={data !== undefined}
            title={t('findings.failed')}
            onRetry={findings.reload}
          />
        )}
        {!data && !error && (
          <LinearProgress aria-label={t('findings.loading')} />
        )}
        {data && data.items.length === 0 && (
          <Typography paragraph>
            {t(data.complete ? 'findings.none' : 'findings.noneSeen')}
          </Typography>
        )}
        {data && data.items.length > 0 && (
          <>
            <Typography variant="body2" paragraph>
              {[
                t('findings.everywhere'),
                data.truncated && t('findings.truncated'),
                !data.complete && t('findings.incomplete'),
              ]
                .filter(Boolean)
                .join(' ')}
            </Typography>
            <FindingsTable items={data.items} title={title} />
          </>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('dialog.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
