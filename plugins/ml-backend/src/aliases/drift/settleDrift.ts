import { PromotionDeps } from '../../promotion/PromotionDeps';
import { PromotionRecord } from '../../promotion/PromotionRecord';
import { PromotionUnit } from '../../promotion/PromotionUnit';
import { DRIFT_VERB, driftFacts, driftSubject } from './driftEvent';

/**
 * Ends the drift of the alias that a promotion has moved, in the transaction
 * of its success: as adopted when it promoted what had been found.
 */
export async function settleDrift(
  unit: PromotionUnit,
  record: PromotionRecord,
  { drifts }: Pick<PromotionDeps, 'drifts'>,
): Promise<void> {
  const { alias } = record.execution;
  const drift =
    alias &&
    (await drifts.findLiveOfAlias(unit.trx, {
      versionId: record.versionId,
      alias: alias.alias,
    }));
  if (!drift) {
    return;
  }
  const state =
    record.kind === 'promote' && drift.found?.versionId === record.versionId
      ? 'adopted'
      : 'resolved';
  await drifts.update(unit.trx, drift.id, {
    state,
    promotionId: record.id,
    endedAt: unit.at,
  });
  unit.log(
    record,
    {
      verb: DRIFT_VERB,
      after: driftFacts({ ...drift, state, promotionId: record.id }),
      object: {
        kind: 'AliasDrift',
        ref: drift.id,
        subject: driftSubject(drift),
      },
    },
    undefined,
    [
      {
        message: {
          kind: 'drift-announcement',
          driftId: drift.id,
          model: drift.model,
          eventType: `dev.understudy.${DRIFT_VERB}`,
        },
      },
    ],
  );
}
