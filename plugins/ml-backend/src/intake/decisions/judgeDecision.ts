import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  IntakeAction,
  mlIntakeClaimPermission,
  mlIntakeDecidePermission,
  mlVersionRegisterPermission,
  ModelEntity,
} from '@understudy/plugin-ml-common';
import { isImported } from '../../models/isImported';
import { ownerOf } from '../../models/ModelAccess';
import { IntakeCaller } from '../IntakeCallers';
import { VisibleRecord } from '../records/VisibleRecords';
import { RequestedDecision } from './readDecision';

/** Who decides, as far as judging goes by it. */
export interface Judged {
  caller: Pick<IntakeCaller, 'mayClaim' | 'mayDecide' | 'ownerships'>;
  /** Models of which the caller may register versions. */
  registrable: ReadonlySet<string>;
}

/** What a decision is judged by. */
export interface DecisionFacts extends Judged {
  /** Groups of the catalog among those that records are claimed for. */
  groups: ReadonlySet<string>;
  /** Models that the caller may see among those that records are bound to. */
  models: ReadonlyMap<string, ModelEntity>;
}

/** Why something may not be decided about a record; undefined when it may. */
export function judgeDecision(
  requested: RequestedDecision,
  record: VisibleRecord,
  facts: DecisionFacts,
): Error | undefined {
  return (
    judgeAction(requested.action, record) ??
    judgeTarget(requested, record, facts) ??
    judgeCaller(requested, record, facts)
  );
}

/**
 * What somebody may decide about a record. The group or Model is not chosen
 * yet, so what depends on it is left open.
 */
export function allowedActions(
  record: VisibleRecord,
  facts: Judged,
): IntakeAction[] {
  const { caller } = facts;
  const taken = record.decision?.action;
  const sensible: Record<IntakeAction, boolean> = {
    claim: caller.mayDecide || caller.ownerships.size > 0,
    bind: true,
    ignore: caller.mayDecide && taken !== 'ignore',
    reset: taken !== undefined,
  };
  const actions: IntakeAction[] = ['claim', 'bind', 'ignore', 'reset'];
  return actions.filter(
    action =>
      sensible[action] &&
      !judgeAction(action, record) &&
      !judgeStanding(action, record, facts),
  );
}

/** Whether the action makes sense for the record, whoever asks. */
function judgeAction(
  action: IntakeAction,
  { row, entity }: VisibleRecord,
): Error | undefined {
  if (action === 'reset') {
    return undefined;
  }
  if (row.bound_by === 'declared') {
    return new ConflictError(
      `'${row.model}' names '${row.name}' in its spec.registries, which goes before any decision; change its YAML`,
    );
  }
  if (
    action === 'claim' &&
    row.bound_by !== 'decision' &&
    entity &&
    !isImported(entity)
  ) {
    return new ConflictError(
      `'${row.name}' belongs to '${row.model}', which has a YAML of its own; name the owner there`,
    );
  }
  return undefined;
}

function judgeTarget(
  requested: RequestedDecision,
  { row }: VisibleRecord,
  { groups, models }: DecisionFacts,
): Error | undefined {
  if (requested.action === 'claim' && !groups.has(requested.owner)) {
    return new InputError(
      `'${requested.owner}' is no group of the catalog that you can see`,
    );
  }
  if (requested.action !== 'bind') {
    return undefined;
  }
  const model = models.get(requested.model);
  if (!model) {
    return new NotFoundError(
      `No Model '${requested.model}' in the catalog, or you may not see it`,
    );
  }
  if ((model.spec.type === 'prompt') !== (row.kind === 'prompt')) {
    return new InputError(
      `'${row.name}' is a ${row.kind}, and '${requested.model}' is of type '${model.spec.type}'; bind prompts to Models of type 'prompt' and only these`,
    );
  }
  return undefined;
}

function judgeCaller(
  requested: RequestedDecision,
  record: VisibleRecord,
  facts: DecisionFacts,
): Error | undefined {
  const { caller, registrable } = facts;
  if (caller.mayDecide) {
    return undefined;
  }
  const refusal = judgeStanding(requested.action, record, facts);
  if (refusal) {
    return refusal;
  }
  if (requested.action === 'claim' && !caller.ownerships.has(requested.owner)) {
    return new NotAllowedError(
      `You do not belong to '${requested.owner}'; to claim for others, '${mlIntakeDecidePermission.name}' is needed`,
    );
  }
  if (requested.action === 'bind' && !registrable.has(requested.model)) {
    return new NotAllowedError(
      `You are missing the permission '${mlVersionRegisterPermission.name}' on '${requested.model}'`,
    );
  }
  return undefined;
}

/** Whether the caller has a say about the record as it stands. */
function judgeStanding(
  action: IntakeAction,
  { row, entity, decision }: VisibleRecord,
  { caller, registrable }: Judged,
): Error | undefined {
  const { mayClaim, mayDecide, ownerships } = caller;
  if (mayDecide) {
    return undefined;
  }
  if (!mayClaim) {
    return new NotAllowedError(
      `You are missing the permission '${mlIntakeClaimPermission.name}'`,
    );
  }
  const needDecide = (why: string) =>
    new NotAllowedError(
      `${why}; the permission '${mlIntakeDecidePermission.name}' is needed`,
    );
  if (action === 'ignore') {
    return needDecide(`You may not decide that '${row.name}' is ignored`);
  }
  if (decision?.action === 'ignore') {
    return needDecide(`It was decided to ignore '${row.name}'`);
  }
  if (decision?.action === 'claim' && !ownerships.has(decision.owner ?? '')) {
    return needDecide(`'${row.name}' was claimed for '${decision.owner}'`);
  }
  if (decision?.action === 'bind' && !registrable.has(decision.model ?? '')) {
    return needDecide(`'${row.name}' was bound to '${decision.model}'`);
  }
  const owner = entity && ownerOf(entity);
  if (action !== 'reset' && owner && !ownerships.has(owner)) {
    return needDecide(
      `'${row.name}' belongs to '${row.model}', which '${owner}' owns`,
    );
  }
  return undefined;
}
