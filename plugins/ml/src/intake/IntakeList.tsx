import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { IntakePage, IntakeRecord } from '@understudy/plugin-ml-common';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { IntakeServer } from '../api/intakeTypes';
import { LoadingBar } from '../loading/LoadingBar';
import { Pager } from '../pieces/Pager';
import { intakeTranslationRef } from './translation';
import { BulkAction } from './bulkActions';
import { BulkBar } from './BulkBar';
import { IntakeDialog } from './decide/IntakeDialog';
import { DecisionNotice } from './DecisionNotice';
import { filterKey } from './intakeFilters';
import { IntakeTable } from './IntakeTable';
import { IntakeToolbar } from './IntakeToolbar';
import { NoRecords } from './NoRecords';
import { findOpenRecord, namesOpenRecord, withOpenRecord } from './openRecord';
import { RecordDrawer } from './RecordDrawer';
import { useDecider } from './useDecider';
import { useDecisions } from './useDecisions';
import { useOwnRefs } from './useOwnRefs';
import { useRecordSelection } from './useRecordSelection';

const useStyles = makeStyles(theme => ({
  // As high as the bar, so that selecting a row moves nothing.
  progress: { height: 4, marginBottom: theme.spacing(0.5) },
}));

/** A page of records with all that can be done to them. */
export function IntakeList(props: {
  page: IntakePage;
  /** Undefined while they are not known. */
  servers?: IntakeServer[];
  busy: boolean;
  reload: () => void;
}) {
  const { page, servers, busy, reload } = props;
  const { t } = useTranslationRef(intakeTranslationRef);
  const classes = useStyles();
  const [params, setParams] = useSearchParams();
  const decider = useDecider();
  const ownRefs = useOwnRefs();
  const selection = useRecordSelection(page.items, filterKey(params));
  const decisions = useDecisions(reload, selection.drop);
  const [dialog, setDialog] = useState<{
    action: BulkAction;
    records: IntakeRecord[];
  }>();

  const open = findOpenRecord(params, page.items);
  const setOpen = (record?: IntakeRecord) =>
    setParams(withOpenRecord(params, record));
  // What has left the list, by a decision or a filter, should not open by
  // itself when it comes back.
  const leftOpen = !open && !busy && namesOpenRecord(params);
  useEffect(() => {
    if (leftOpen) {
      setParams(before => withOpenRecord(before, undefined), { replace: true });
    }
  }, [leftOpen, setParams]);
  const serverTitle = (server: string) =>
    servers?.find(each => each.server === server)?.title ?? server;
  const taker = { ...decisions, decider, ownRefs };
  const notice = <DecisionNotice decisions={decisions} />;

  return (
    <>
      {selection.records.length > 0 ? (
        <BulkBar
          records={selection.records}
          decider={decider}
          onAction={action => setDialog({ action, records: selection.records })}
          onClear={selection.clear}
        />
      ) : (
        <IntakeToolbar decider={decider} report={decisions.report} />
      )}
      {decider === 'nothing' && (
        <Typography variant="body2" color="textSecondary" gutterBottom>
          {t('intake.mayNothing')}
        </Typography>
      )}
      {!open && notice}
      <div className={classes.progress}>
        {busy && <LoadingBar what={t('intake.what')} />}
      </div>
      {page.items.length > 0 ? (
        <IntakeTable
          records={page.items}
          serverTitle={serverTitle}
          selection={selection}
          taker={taker}
          onOpen={setOpen}
        />
      ) : (
        <NoRecords servers={servers} />
      )}
      <Pager nextCursor={page.nextCursor} busy={busy}>
        {page.total !== undefined && t('intake.total', { count: page.total })}
      </Pager>
      {open && (
        <RecordDrawer
          record={open}
          registry={serverTitle(open.record.server)}
          decider={decider}
          taker={taker}
          notice={notice}
          onAction={action => setDialog({ action, records: [open] })}
          onClose={() => setOpen(undefined)}
        />
      )}
      {dialog && (
        <IntakeDialog
          {...dialog}
          decider={decider}
          onDecided={decisions.report}
          onClose={() => setDialog(undefined)}
        />
      )}
    </>
  );
}
