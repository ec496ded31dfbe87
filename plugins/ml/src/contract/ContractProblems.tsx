import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { ContractOverview } from '../api/contractTypes';
import { RuleName } from './findings/RuleName';

const useStyles = makeStyles(theme => ({
  root: { marginTop: theme.spacing(1) },
}));

/** What is wrong with a contract as a whole: missing, stale or not readable. */
export function ContractProblems(props: {
  problems: ContractOverview['problems'];
}) {
  const classes = useStyles();
  return (
    <>
      {props.problems.map(
        ({ ruleId, pointer, severity, message, remediation }) => (
          <Alert
            key={`${ruleId} ${pointer} ${message}`}
            severity={severity}
            className={classes.root}
          >
            <div>{message}</div>
            <div>{remediation}</div>
            <RuleName id={ruleId} inherit />
          </Alert>
        ),
      )}
    </>
  );
}
