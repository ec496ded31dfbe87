import { Finding, FindingSeverity } from './Finding';
import { Json } from '../fields/json';
import { ruleOf } from '../rules/contractRules';
import { Change, worstEffect } from './Change';

/** The directions that somebody asked for. */
export interface Columns {
  backward: boolean;
  forward: boolean;
}

/** Characters of a value that a message quotes. */
const maxQuoted = 200;

/** Says of a change what it means in the directions that count. */
export function createFinding(change: Change, columns: Columns): Finding {
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
    message: renderMessage(rule.message, change),
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

function renderMessage(template: string, change: Change): string {
  const field =
    change.subject ?? (change.path || change.port || 'the contract');
  const values: Record<string, string> = {
    field,
    old: quote(change.old),
    new: quote(change.new),
  };
  return template.replace(/\{(field|old|new)\}/g, (_, name) => values[name]);
}

function quote(value: Json | undefined): string {
  if (value === undefined) {
    return 'nothing';
  }
  if (Array.isArray(value)) {
    return shorten(value.map(quote).join(', ') || 'nothing');
  }
  return shorten(
    typeof value === 'object' ? JSON.stringify(value) : String(value),
  );
}

function shorten(text: string): string {
  return text.length > maxQuoted ? `${text.slice(0, maxQuoted)}…` : text;
}
