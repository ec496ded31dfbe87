import { Finding, FindingSeverity } from './Finding';
import { Json } from '../fields/json';
import { ContractRule } from '../rules/ContractRule';
import { ruleOf } from '../rules/contractRules';
import { edgeMessages } from '../rules/edgeMessages';
import { meetingMessages } from '../rules/meetingMessages';
import { Change, worstEffect } from './Change';

/** The directions that somebody asked for. */
export interface Columns {
  backward: boolean;
  forward: boolean;
}

/** Characters of a value that a message quotes. */
const maxQuoted = 200;

const fromTo = ' from {old} to {new}';

/**
 * Says of a change what it means in the directions that count. `meeting`: the
 * two are no versions of each other, so that nothing changed.
 */
export function createFinding(
  change: Change,
  columns: Columns,
  meeting = false,
): Finding {
  const rule = ruleOf(change.ruleId);
  const backward = columns.backward ? change.backward : 'ok';
  const forward = columns.forward ? change.forward : 'ok';
  const worst = worstEffect(backward, forward);
  const severity: FindingSeverity = worst === 'ok' ? 'info' : worst;
  const [a, b] =
    worst === 'ok' ? [change.backward, change.forward] : [backward, forward];
  const inNew = change.newPointer !== undefined;
  return {
    ruleId: change.ruleId,
    severity,
    direction: directionOf(a, b),
    port: change.port,
    pointer: change.newPointer ?? change.oldPointer ?? '',
    pointsInto: inNew ? 'new' : 'old',
    path: change.path,
    ...(change.old !== undefined && { old: change.old }),
    ...(change.new !== undefined && { new: change.new }),
    message: renderMessage(messageOf(rule, change, meeting), change),
    remediation: rule.remediation,
    basis: 'declared',
  };
}

function directionOf(
  backward: Change['backward'],
  forward: Change['forward'],
): Finding['direction'] {
  if (backward === forward) {
    return 'both';
  }
  return worstEffect(backward, forward) === backward ? 'backward' : 'forward';
}

function messageOf(
  rule: ContractRule,
  change: Change,
  meeting: boolean,
): string {
  const met = meeting ? meetingMessages[rule.id] : undefined;
  if (met !== undefined) {
    return met;
  }
  const edges = edgeMessages[rule.id];
  const hadNone = change.old === undefined;
  const hasNone = change.new === undefined;
  if (hadNone === hasNone) {
    return hadNone ? rule.message.replace(fromTo, '') : rule.message;
  }
  return hadNone
    ? (edges?.first ?? rule.message.replace(fromTo, ' to {new}'))
    : (edges?.last ?? rule.message);
}

function renderMessage(template: string, change: Change): string {
  const field =
    change.subject ?? (change.path || change.port || 'the contract');
  const old = quote(change.old);
  const next = quote(change.new);
  // On outputs it is the old one that reads, or the consumer.
  const [reader, writer] =
    change.portDirection === 'out' ? [old, next] : [next, old];
  const values: Record<string, string> = {
    field,
    old,
    new: next,
    reader,
    writer,
  };
  return template.replace(
    /\{(field|old|new|reader|writer)\}/g,
    (_, name) => values[name],
  );
}

function quote(value: Json | undefined): string {
  if (value === undefined) {
    return 'nothing';
  }
  if (Array.isArray(value)) {
    return shorten(value.map(quote).join(', ') || 'nothing');
  }
  // An empty text is one that a person would not see.
  const isBlank = typeof value === 'string' && value.trim() === '';
  return shorten(
    typeof value === 'object' || isBlank
      ? JSON.stringify(value)
      : String(value),
  );
}

function shorten(text: string): string {
  return text.length > maxQuoted ? `${text.slice(0, maxQuoted)}…` : text;
}
