import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Contract } from '@understudy/contracts';
import { Problem } from '../../loading/Problem';
import { Section } from '../../pieces/Section';
import { contractTranslationRef } from '../translation';
import { FindingList } from '../findings/FindingList';
import { CheckResult } from './CheckResult';
import { LocalJudgement } from './judgeLocally';
import { ServerCheck } from './useServerCheck';
import { withWaivers } from './withWaivers';

const useStyles = makeStyles(theme => ({
  // Keeps its height, so that nothing jumps while one types.
  progress: { height: theme.spacing(0.5), marginBottom: theme.spacing(1) },
}));

/** What a draft would do: to whom, in what order, and under which number. */
export function VerdictPanel(props: {
  judgement: LocalJudgement & { isOld: boolean };
  server: ServerCheck;
  /** The draft under its number; absent where there is nothing to judge. */
  contract?: Contract;
  /** Where older versions could not be read: the only one it is compared with. */
  onlyAgainst?: string;
}) {
  const { judgement, server, contract, onlyAgainst } = props;
  const { problems, report, isOld } = judgement;
  const { t } = useTranslationRef(contractTranslationRef);
  const classes = useStyles();
  const busy = isOld || server.busy;
  return (
    <Section title={t('contract.try.verdict.title')}>
      <div className={classes.progress}>
        {busy && (
          <LinearProgress
            aria-label={t(
              isOld
                ? 'contract.try.verdict.working'
                : 'contract.try.verdict.asking',
            )}
          />
        )}
      </div>
      {!contract && (
        <Typography variant="body2">
          {t(
            problems.length > 0
              ? 'contract.try.verdict.fix'
              : 'contract.try.verdict.unchanged',
          )}
        </Typography>
      )}
      {contract && (
        <Typography variant="body2" paragraph>
          {report && report.requiredBump !== 'none'
            ? t('contract.try.verdict.bump', {
                bump: t(`contract.findings.bump.${report.requiredBump}`),
                version: contract.metadata.version,
              })
            : t('contract.try.verdict.bumpPlain', {
                version: contract.metadata.version,
              })}
        </Typography>
      )}
      {server.error && (
        <Problem
          error={server.error}
          title={t('contract.try.verdict.failed')}
          onRetry={server.retry}
        />
      )}
      {contract && server.check && (
        <CheckResult
          check={server.check}
          version={contract.metadata.version}
          isOld={server.isOld}
        />
      )}
      {contract && report && (
        <Section nested title={t('contract.try.verdict.local')}>
          {onlyAgainst && (
            <Typography variant="body2" color="textSecondary">
              {t('contract.try.verdict.onlyAgainst', {
                version: onlyAgainst,
              })}
            </Typography>
          )}
          <FindingList
            waivable
            findings={withWaivers(
              report.findings,
              server.isOld ? undefined : server.check?.report?.findings,
            )}
          />
        </Section>
      )}
    </Section>
  );
}
