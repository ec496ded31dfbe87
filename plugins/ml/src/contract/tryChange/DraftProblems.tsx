import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import { makeStyles } from '@material-ui/core/styles';
import { ContractProblem } from '@understudy/contracts';
import { contractTranslationRef } from '../translation';

const FEW = 8;

const useStyles = makeStyles(theme => ({
  root: { marginBottom: theme.spacing(2) },
  list: { margin: 0, paddingLeft: theme.spacing(2), overflowWrap: 'anywhere' },
}));

/** What keeps a draft from being a contract, and where. */
export function DraftProblems(props: { problems: ContractProblem[] }) {
  const { problems } = props;
  const { t } = useTranslationRef(contractTranslationRef);
  const classes = useStyles();
  if (problems.length === 0) {
    return null;
  }
  return (
    <Alert severity="error" className={classes.root}>
      <AlertTitle>{t('contract.try.problems')}</AlertTitle>
      <ul className={classes.list}>
        {problems.slice(0, FEW).map(({ pointer, message }) => (
          <li key={`${pointer} ${message}`}>
            {pointer
              ? t('contract.try.problemAt', { pointer, message })
              : message}
          </li>
        ))}
      </ul>
      {problems.length > FEW &&
        t('contract.try.moreProblems', { count: problems.length - FEW })}
    </Alert>
  );
}
