import { Json } from '../fields/json';
import { Change, Effect, effectOf } from '../findings/Change';
import { ruleOf } from '../rules/contractRules';

/** What a part of a contract that is not a port says now and said before. */
export interface SpecNote {
  ruleId: string;
  /** JSON Pointer of the part, in whichever contract has it. */
  oldPointer?: string;
  newPointer?: string;
  old?: Json;
  new?: Json;
  /** What the message is about. */
  subject?: string;
  /** In both directions; unless said, as the table has it. */
  effect?: Effect;
  backward?: Effect;
  forward?: Effect;
}

/** Makes a change of a note about no port. */
export function specChange(note: SpecNote): Change {
  const rule = ruleOf(note.ruleId);
  const { oldPointer, newPointer, subject, old, new: next } = note;
  return {
    ruleId: note.ruleId,
    port: '',
    path: '',
    ...(oldPointer !== undefined && { oldPointer }),
    ...(newPointer !== undefined && { newPointer }),
    ...(subject !== undefined && { subject }),
    ...(old !== undefined && { old }),
    ...(next !== undefined && { new: next }),
    backward: note.backward ?? note.effect ?? effectOf(rule.backward),
    forward: note.forward ?? note.effect ?? effectOf(rule.forward),
  };
}

/** The pointers of one part in two contracts, each where the contract has it. */
export function partPointers(
  pointer: string,
  old: unknown,
  next: unknown,
): { oldPointer?: string; newPointer?: string } {
  return {
    ...(old !== undefined && { oldPointer: pointer }),
    ...(next !== undefined && { newPointer: pointer }),
  };
}
