import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  IntakeDecision,
  IntakeRecord,
  IntakeSuggestion,
  mlVersionRegisterPermission,
} from '@understudy/plugin-ml-common';
import { intakeTranslationRef } from './translation';
import { Decider } from './useDecider';
import { useTitle } from './useTitle';

const useStyles = makeStyles(theme => ({
  root: { marginTop: theme.spacing(0.5) },
  // Names of teams and models are read as they are written.
  button: { textTransform: 'none', textAlign: 'left', lineHeight: 1.3 },
}));

/** Decides at once what was suggested, and says while it does. */
export interface SuggestionTaker {
  decider: Decider;
  /** The reader and the groups they are in. */
  ownRefs: ReadonlySet<string>;
  busy: boolean;
  take(record: IntakeRecord, decision: IntakeDecision): void;
}

interface SuggestionProps<TSuggestion = IntakeSuggestion> {
  record: IntakeRecord;
  suggestion: TSuggestion;
  taker: SuggestionTaker;
}

/**
 * A guess with its reason, and, where the reader may take it, a button that
 * makes it a decision. Who decides for own groups only can claim for these, and
 * bind to Models that they may register versions of.
 */
export function Suggestion(props: SuggestionProps) {
  const { record, suggestion, taker } = props;
  const allowed = record.allowed.includes(suggestion.action);
  if (!allowed || taker.decider === 'anybody') {
    return <Guess {...props} mayTake={allowed} />;
  }
  return suggestion.action === 'claim' ? (
    <Guess {...props} mayTake={taker.ownRefs.has(suggestion.owner)} />
  ) : (
    <OwnBinding {...props} suggestion={suggestion} />
  );
}

function OwnBinding(
  props: SuggestionProps<Extract<IntakeSuggestion, { action: 'bind' }>>,
) {
  const { allowed } = usePermission({
    permission: mlVersionRegisterPermission,
    resourceRef: props.suggestion.model,
  });
  return <Guess {...props} mayTake={allowed} />;
}

function Guess(props: SuggestionProps & { mayTake: boolean }) {
  const { record, suggestion, taker, mayTake } = props;
  const { t } = useTranslationRef(intakeTranslationRef);
  const classes = useStyles();
  const { action, because } = suggestion;
  const name = useTitle(
    suggestion.action === 'claim' ? suggestion.owner : suggestion.model,
  );
  return (
    <div className={classes.root}>
      {mayTake ? (
        <Button
          size="small"
          variant="outlined"
          className={classes.button}
          disabled={taker.busy}
          onClick={() => taker.take(record, toDecision(suggestion))}
        >
          {t(`intake.suggestion.${action}`, { name })}
        </Button>
      ) : (
        <Typography variant="body2">
          {t(
            action === 'claim'
              ? 'intake.suggestion.onlyClaim'
              : 'intake.suggestion.onlyBind',
            { name },
          )}
        </Typography>
      )}
      <Typography variant="body2" color="textSecondary">
        {because}
      </Typography>
    </div>
  );
}

/** The guess stays in the ledger as the reason of whoever agreed with it. */
function toDecision(suggestion: IntakeSuggestion): IntakeDecision {
  return suggestion.action === 'claim'
    ? {
        action: 'claim',
        owner: suggestion.owner,
        reason: suggestion.because,
      }
    : { action: 'bind', model: suggestion.model, reason: suggestion.because };
}
