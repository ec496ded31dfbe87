import { RegistryRecordRef } from '@understudy/plugin-ml-common';
import { NewLedgerEvent } from '../../ledger/DatabaseLedger';
import { Actor } from '../../promotion/Actor';
import { IntakeDecisionWithModel } from './decisionRows';
import { RequestedDecision } from './readDecision';

const verbs = {
  claim: 'claimed',
  bind: 'bound',
  ignore: 'ignored',
  reset: 'reset',
} as const;

/** What the ledger keeps of a decision. */
export function describeDecision(options: {
  record: RegistryRecordRef;
  requested: RequestedDecision;
  before: IntakeDecisionWithModel | undefined;
  /** The Model that the decision concerns. */
  subjectId: string;
  actor: Actor;
  correlationId: string;
}): NewLedgerEvent {
  const { record, requested, before, subjectId, actor, correlationId } =
    options;
  const { server, workspace, name } = record;
  const verb = verbs[requested.action];
  const reason = 'reason' in requested ? requested.reason : undefined;
  return {
    type: `dev.understudy.intake.${verb}`,
    source: '/api/ml/intake/decisions',
    subject: `registry:${server}/${name}`,
    subjectId,
    data: {
      actor,
      action: `intake.${verb}`,
      object: {
        kind: 'RegistryRecord',
        ref: [server, workspace, name].filter(Boolean).join('/'),
      },
      ...(before ? { before: contentOf(before) } : {}),
      ...(requested.action === 'reset' ? {} : { after: { ...requested } }),
      ...(reason ? { reason } : {}),
      correlationId,
    },
  };
}

/** Whether a decision says nothing but what is in force. */
export function isInForce(
  requested: RequestedDecision,
  inForce: IntakeDecisionWithModel | undefined,
): boolean {
  if (requested.action === 'reset' || !inForce) {
    return requested.action === 'reset' && !inForce;
  }
  const { action, owner, model, reason } = inForce;
  return (
    requested.action === action &&
    (requested.action !== 'claim' || requested.owner === owner) &&
    (requested.action !== 'bind' || requested.model === model) &&
    (requested.reason ?? null) === reason
  );
}

function contentOf({
  action,
  owner,
  model,
  reason,
}: IntakeDecisionWithModel): Record<string, unknown> {
  return {
    action,
    ...(owner ? { owner } : {}),
    ...(model ? { model } : {}),
    ...(reason ? { reason } : {}),
  };
}
