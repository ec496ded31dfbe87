import { Json } from '../fields/json';
import { RuleJudgement } from '../rules/ContractRule';

/** What a change does in one direction. */
export type Effect = 'ok' | 'warning' | 'error';

/** A difference between two contracts, before anyone asked in which directions it matters. */
export interface Change {
  ruleId: string;
  /** Empty for what is not about a port. */
  port: string;
  /** Of the port, where there is one and both agree on it. */
  portDirection?: 'in' | 'out';
  /** Into the old contract; absent for what it does not have. */
  oldPointer?: string;
  newPointer?: string;
  path: string;
  /** What the message is about, where the path does not say it. */
  subject?: string;
  old?: Json;
  new?: Json;
  backward: Effect;
  forward: Effect;
  /** What parties can read, where the judgement rests on more than that, such as a day. */
  reading?: { backward: Effect; forward: Effect };
}

/** What the table of rules says; where it depends, those who note the change decide. */
export function effectOf(judgement: RuleJudgement): Effect {
  return judgement === 'warning' || judgement === 'error' ? judgement : 'ok';
}

const rank: Record<Effect, number> = { ok: 0, warning: 1, error: 2 };

export function worstEffect(...effects: readonly Effect[]): Effect {
  return effects.reduce((a, b) => (rank[b] > rank[a] ? b : a), 'ok');
}

/** Folds changes that say the same of the same place, as each direction says it for itself. */
export function mergeChanges(changes: readonly Change[]): Change[] {
  const merged = new Map<string, Change>();
  for (const change of changes) {
    const key = [
      change.ruleId,
      change.port,
      change.oldPointer ?? '',
      change.newPointer ?? '',
      change.path,
      change.subject ?? '',
    ].join('\n');
    const known = merged.get(key);
    merged.set(
      key,
      known
        ? {
            ...known,
            old: known.old ?? change.old,
            new: known.new ?? change.new,
            backward: worstEffect(known.backward, change.backward),
            forward: worstEffect(known.forward, change.forward),
          }
        : change,
    );
  }
  return [...merged.values()];
}
