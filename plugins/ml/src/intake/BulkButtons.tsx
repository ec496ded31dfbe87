import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { intakeLimits, IntakeRecord } from '@understudy/plugin-ml-common';
import { ExplainedButton } from '../pieces/ExplainedButton';
import { intakeTranslationRef } from './translation';
import { BulkAction, bulkActions, obstacleTo } from './bulkActions';
import { Decider } from './useDecider';

const LIMITS = {
  tooMany: { limit: String(intakeLimits.decisions) },
  tooManyDrafts: { limit: String(intakeLimits.drafts) },
};

/**
 * What can be done with records. Who may decide nothing at all is told so
 * elsewhere and has the draft only.
 */
export function BulkButtons(props: {
  records: IntakeRecord[];
  decider: Decider;
  onAction: (action: BulkAction) => void;
}) {
  const { records, decider, onAction } = props;
  const { t } = useTranslationRef(intakeTranslationRef);
  const decides = decider === 'anybody' || decider === 'own';
  const offered = decides ? bulkActions : (['draft'] as const);
  const explain = (action: BulkAction) => {
    const obstacle = obstacleTo(action, records);
    switch (obstacle) {
      case undefined:
        return undefined;
      case 'tooMany':
      case 'tooManyDrafts':
        return t(`intake.obstacle.${obstacle}`, LIMITS[obstacle]);
      default:
        return t(`intake.obstacle.${obstacle}`);
    }
  };
  return (
    <>
      {offered.map(action => (
        <ExplainedButton
          key={action}
          size="small"
          variant="outlined"
          reason={explain(action)}
          onClick={() => onAction(action)}
        >
          {t(`intake.action.${action}`)}
        </ExplainedButton>
      ))}
    </>
  );
}
