import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { Contract } from '@understudy/contracts';
import { ContractVersion } from '@understudy/plugin-ml-common';
import { useMemo, useState } from 'react';
import { ExplainedButton } from '../../pieces/ExplainedButton';
import { Section } from '../../pieces/Section';
import { contractTranslationRef } from '../translation';
import { DraftBar } from './DraftBar';
import { DraftFields } from './DraftFields';
import { DraftProblems } from './DraftProblems';
import { isTouched } from './draftReducer';
import { DraftTextEditor } from './DraftTextEditor';
import { DraftVersion } from './DraftVersion';
import { emptyContract } from './emptyContract';
import { PublishDialog } from './PublishDialog';
import { useDraft } from './useDraft';
import { useHistory } from './useHistory';
import { useLocalJudgement } from './useLocalJudgement';
import { useServerCheck } from './useServerCheck';
import { VerdictPanel } from './VerdictPanel';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gap: theme.spacing(2),
    alignItems: 'start',
    gridTemplateColumns: 'minmax(0, 1fr)',
    [theme.breakpoints.up('lg')]: {
      gridTemplateColumns: `minmax(0, 1fr) ${theme.spacing(46)}px`,
    },
  },
  note: { marginBottom: theme.spacing(2) },
}));

/**
 * A contract to change, with what that would do beside it: at once from the
 * engine in the browser, and a moment later from the backend, which knows all
 * consumers.
 */
export function TryChange(props: {
  subject: string;
  owner?: string;
  current?: ContractVersion;
  mayPublish: boolean;
  onPublished: (version: ContractVersion) => void;
}) {
  const { subject, owner, current, mayPublish, onPublished } = props;
  const { t } = useTranslationRef(contractTranslationRef);
  const classes = useStyles();
  const base = current?.contract;
  const start = useMemo(() => emptyContract(subject, owner), [subject, owner]);
  const { draft, dispatch, wasKept, isKept, forget } = useDraft({
    subject,
    base,
    start,
  });
  const loaded = useHistory(subject);
  const known = useMemo<Contract[]>(() => (base ? [base] : []), [base]);
  const judgement = useLocalJudgement(draft, loaded.data ?? known);
  const touched = isTouched(draft);
  const contract = touched ? judgement.contract : undefined;
  const server = useServerCheck(subject, contract);
  const isUnread = draft.text?.unread === true;
  const [publishing, setPublishing] = useState(false);
  const [refused, setRefused] = useState(false);
  const problems = draft.text?.problems.length
    ? draft.text.problems
    : judgement.problems;

  const notPublishable = (): string | undefined => {
    if (problems.length > 0) {
      return t('contract.try.publish.problems');
    }
    if (!touched || (!contract && !judgement.isOld)) {
      return t('contract.try.publish.unchanged');
    }
    return judgement.isOld || isUnread || server.busy
      ? t('contract.try.publish.working')
      : undefined;
  };

  return (
    <div className={classes.root}>
      <Section
        title={t('contract.try.title')}
        actions={
          mayPublish && (
            <ExplainedButton
              variant="contained"
              color="primary"
              reason={notPublishable()}
              onClick={() => setPublishing(true)}
            >
              {contract
                ? t('contract.try.publish.action', {
                    version: contract.metadata.version,
                  })
                : t('contract.try.publish.plain')}
            </ExplainedButton>
          )
        }
      >
        <Typography variant="body2" paragraph>
          {t('contract.try.intro')}{' '}
          {draft.base
            ? t('contract.try.based', {
                version: draft.base.metadata.version,
              })
            : t('contract.try.first')}{' '}
          {!mayPublish && t('contract.try.publish.notYours')}
        </Typography>
        {wasKept && touched && (
          <Alert severity="info" className={classes.note}>
            {t('contract.try.kept')}
          </Alert>
        )}
        {draft.isOvertaken && draft.base && (
          <Alert severity="warning" className={classes.note}>
            {t('contract.try.overtaken', {
              version: draft.base.metadata.version,
            })}
          </Alert>
        )}
        {!isKept && (
          <Alert severity="warning" className={classes.note}>
            {t('contract.try.notKept')}
          </Alert>
        )}
        <DraftBar
          draft={draft}
          contract={contract ?? draft.contract}
          dispatch={action => {
            setRefused(false);
            dispatch(action);
          }}
          onRefused={() => setRefused(true)}
        />
        {refused && isUnread && (
          <Alert severity="warning" className={classes.note}>
            {t(
              problems.length > 0
                ? 'contract.try.textFirst'
                : 'contract.try.reading',
            )}
          </Alert>
        )}
        <DraftProblems problems={problems} />
        {draft.text ? (
          <DraftTextEditor text={draft.text} dispatch={dispatch} />
        ) : (
          <>
            <DraftVersion
              draft={draft}
              proposed={contract?.metadata.version}
              dispatch={dispatch}
            />
            <DraftFields draft={draft} dispatch={dispatch} />
          </>
        )}
      </Section>
      <VerdictPanel
        judgement={touched ? judgement : { ...judgement, report: undefined }}
        server={{ ...server, isOld: server.isOld || isUnread }}
        contract={contract}
        onlyAgainst={
          loaded.error && !loaded.data ? base?.metadata.version : undefined
        }
      />
      {publishing && contract && (
        <PublishDialog
          subject={subject}
          contract={contract}
          check={server.isOld ? undefined : server.check}
          onClose={() => setPublishing(false)}
          onDone={published => {
            setPublishing(false);
            forget();
            onPublished(published);
          }}
        />
      )}
    </div>
  );
}
