import {
  AliasDriftChoice,
  mlPromotionCreatePermission,
  mlPromotionRollbackPermission,
} from '@understudy/plugin-ml-common';
import { refWords } from '../../policy/refWords';
import { liveDriftStates, StoredDrift } from './StoredDrift';

/** What a caller may do about the drifts of a model, and who else decides. */
export interface DriftRights {
  /** Signed in as a person, not as a service or through an agent. */
  isPerson: boolean;
  mayPromote: boolean;
  mayRollBack: boolean;
  /** Refs of the owners of the model and of who is on call for it. */
  deciders: readonly string[];
}

export type DriftRefusals = Record<AliasDriftChoice, string | undefined>;

/**
 * For each choice about a drift: why it is not open, whose decision it is and
 * what to do instead. What is wrong with the choice itself is said before what
 * the caller lacks. Pure.
 */
export function driftRefusals(
  drift: StoredDrift,
  rights: DriftRights,
): DriftRefusals {
  const lacking = lackingRights(rights);
  if (!liveDriftStates.includes(drift.state)) {
    const over = `The drift is over: it is '${drift.state}'. Nothing is left to choose`;
    return { report: over, adopt: over, revert: over };
  }
  return {
    report: reportRefusal(drift) ?? lacking.report,
    adopt: adoptRefusal(drift) ?? lacking.adopt,
    revert: revertRefusal(drift) ?? lacking.revert,
  };
}

/** Why the caller may not choose, whatever the drift is. Pure. */
export function lackingRights({
  isPerson,
  mayPromote,
  mayRollBack,
  deciders,
}: DriftRights): DriftRefusals {
  const whose = deciders.map(refWords).join(' or ');
  const ask = whose
    ? `ask ${whose}, who decide about the model`
    : 'nobody owns the model: ask those who run the portal';
  const missing = (what: string, permission: string) =>
    `You may not ${what}: that needs the permission '${permission}' on the model; ${ask}`;
  const create = mlPromotionCreatePermission.name;
  const report = isPerson
    ? undefined
    : `A person has to say that a drift is known, not a service or an agent; ${ask}`;
  return {
    report:
      report ??
      (mayPromote
        ? undefined
        : missing('say that a drift of this model is known', create)),
    adopt: mayPromote
      ? undefined
      : missing('ask for promotions of this model', create),
    revert: mayRollBack
      ? undefined
      : missing('roll this model back', mlPromotionRollbackPermission.name),
  };
}

function reportRefusal({
  state,
  wanted,
  choice,
}: StoredDrift): string | undefined {
  return state === 'reported' && wanted === undefined
    ? `${choice ? refWords(choice.by) : 'Somebody'} has reported it already${choice ? `, at ${choice.at}` : ''}; adopt what was found or put it back to end it`
    : undefined;
}

function adoptRefusal({
  alias,
  server,
  found,
  decided,
  wanted,
  promotionId,
}: StoredDrift): string | undefined {
  if (!found) {
    return `'${alias}' points at nothing in '${server}', so there is nothing to adopt; report it as known${decided ? `, or put it back to version ${decided.label}` : ''}`;
  }
  return wanted === 'adopt'
    ? `Promotion '${promotionId}' was asked for already to adopt version ${found.label}: its gates and approvals decide`
    : undefined;
}

function revertRefusal({
  alias,
  place,
  found,
  decided,
  wanted,
  choice,
}: StoredDrift): string | undefined {
  if (!decided) {
    return `Nothing was decided for '${alias}' in ${place.target.environment}, so there is nothing to put back; report it as known${found ? `, or adopt version ${found.label}` : ''}`;
  }
  return wanted === 'revert'
    ? `${choice ? refWords(choice.by) : 'The portal'} has it put back to version ${decided.label} already; it is tried until the registry answers`
    : undefined;
}
