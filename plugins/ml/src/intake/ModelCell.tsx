import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { IntakeRecord } from '@understudy/plugin-ml-common';
import { OwnerChip } from '../pieces/OwnerChip';
import { RefLink } from '../pieces/RefLink';
import { intakeTranslationRef } from './translation';
import { DecisionLine } from './DecisionLine';
import { isPending } from './decisionEffect';
import { Suggestion, SuggestionTaker } from './Suggestion';

/**
 * Whose a record is: what was decided and is still to come, else the Model and
 * its owner, else the best guess.
 */
export function ModelCell(props: {
  record: IntakeRecord;
  taker: SuggestionTaker;
}) {
  const { record, taker } = props;
  const { status, decision, model, owner, suggestions } = record;
  const { t } = useTranslationRef(intakeTranslationRef);
  if (decision && isPending(record)) {
    return (
      <>
        <DecisionLine decision={decision.decision} />
        <Typography variant="body2" color="textSecondary">
          {t('intake.decision.pending')}
        </Typography>
      </>
    );
  }
  if (status === 'ignored') {
    return <>{decision?.decision.reason}</>;
  }
  const [first, ...others] =
    status === 'settled' || decision ? [] : suggestions;
  return (
    <>
      {model && status !== 'no-model' ? (
        <>
          <div>
            <RefLink value={model} kind="model" />
          </div>
          {owner && <OwnerChip owner={owner} />}
        </>
      ) : (
        <Typography variant="body2" color="textSecondary">
          {t('intake.table.noModel')}
        </Typography>
      )}
      {first && <Suggestion record={record} suggestion={first} taker={taker} />}
      {others.length > 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('intake.suggestion.more', { count: others.length })}
        </Typography>
      )}
    </>
  );
}
