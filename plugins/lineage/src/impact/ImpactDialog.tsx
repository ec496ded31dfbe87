import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Typography from '@material-ui/core/Typography';
import {
  LineageImpact,
  lineageImpactNotifyPermission,
} from '@understudy/plugin-lineage-common';
import { usePermission } from '@backstage/plugin-permission-react';
import { useId, useMemo, useState } from 'react';
import { timeText } from '../asOf/readAsOf';
import { lineageApiRef } from '../api/LineageApi';
import { ALL_ENVIRONMENTS } from '../explorer/view';
import { Problem } from '../loading/Problem';
import { useAction } from '../loading/useAction';
import { useTitles } from '../names/useTitles';
import { saveBlob } from '../pieces/saveBlob';
import { lineageTranslationRef } from '../translation';
import { ImpactTable } from './ImpactTable';
import { NotifyForm } from './NotifyForm';
import { useImpactSentence } from './useImpactSentence';

/** All that a change touches by owner, as a file, and the way to tell them. */
export function ImpactDialog(props: {
  impact: LineageImpact;
  /** The time whose connections were followed; now when missing. */
  asOf?: string;
  title: string;
  onClose: () => void;
}) {
  const { impact, asOf, title, onClose } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const titleId = useId();
  const lineageApi = useApi(lineageApiRef);
  const sentence = useImpactSentence();
  const [telling, setTelling] = useState(false);
  const { allowed } = usePermission({
    permission: lineageImpactNotifyPermission,
  });
  const csv = useAction(async () => {
    const { root, direction, environment } = impact;
    saveBlob(
      await lineageApi.downloadImpactCsv({
        root,
        direction,
        environment,
        asOf,
      }),
      t('impact.fileName', { name: root.replaceAll(/[^\w.-]+/g, '-') }),
    );
  });
  const owners = useMemo(
    () => impact.owners.flatMap(({ owner }) => owner ?? []),
    [impact],
  );
  const ownerTitle = useTitles(owners);
  return (
    <Dialog
      open
      fullWidth
      maxWidth="md"
      aria-labelledby={titleId}
      onClose={onClose}
    >
      <DialogTitle id={titleId}>
        {telling ? t('notify.title', { title }) : t('impact.title', { title })}
      </DialogTitle>
      {telling ? (
        <NotifyForm
          impact={impact}
          ownerTitle={ownerTitle}
          onBack={() => setTelling(false)}
        />
      ) : (
        <>
          <DialogContent>
            <Typography paragraph>
              {sentence(impact)}{' '}
              {impact.environment === ALL_ENVIRONMENTS
                ? t('impact.everyEnvironment')
                : t('impact.environment', { name: impact.environment })}
            </Typography>
            {asOf !== undefined && (
              <Typography paragraph>
                {t('impact.asOf', { time: timeText(asOf) })}
              </Typography>
            )}
            {csv.error && (
              <Problem
                mild
                error={csv.error}
                title={t('impact.csvFailed')}
                onRetry={() => csv.run()}
              />
            )}
            <ImpactTable impact={impact} ownerTitle={ownerTitle} />
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t('dialog.close')}</Button>
            <Button disabled={csv.busy} onClick={() => csv.run()}>
              {t('impact.csv')}
            </Button>
            {allowed && owners.length > 0 && asOf === undefined && (
              <Button
                variant="contained"
                color="primary"
                onClick={() => setTelling(true)}
              >
                {t('notify.open')}
              </Button>
            )}
          </DialogActions>
        </>
      )}
    </Dialog>
  );
}
