import { parseEntityRef } from '@backstage/catalog-model';
import { Finding } from '@understudy/contracts';
import { ContractCheck, ContractConsumer } from '@understudy/plugin-ml-common';

/** What was done that breaks somebody. */
export type BreakingAct = 'removed' | 'renamed' | 'demanded' | 'changed';

/** One thing that breaks consumers, and all whom it breaks. */
export interface BreakCause {
  key: string;
  act: BreakingAct;
  /** What it is about: a field, a port, or the contract as a whole where empty. */
  field: string;
  consumers: ContractConsumer[];
  /** Entity refs of their owners. */
  owners: string[];
  /** Whether all of them are models. */
  onlyModels: boolean;
  /** Each finding of each of them. */
  findings: Finding[];
  messages: string[];
  remedies: string[];
}

/** What breaks whom, what hits most of them first. */
export function breakCauses(check: ContractCheck): BreakCause[] {
  const causes = new Map<string, BreakCause>();
  for (const consumer of check.consumers) {
    for (const finding of consumer.findings) {
      if (finding.severity !== 'error' || finding.waiver) {
        continue;
      }
      const act = actOf(finding);
      const field = fieldOf(finding, act);
      const key = [act, finding.port, field].join('\n');
      const cause = causes.get(key) ?? startCause(key, act, field);
      causes.set(key, cause);
      addOnce(cause.consumers, consumer);
      cause.findings.push(finding);
      addOnce(cause.messages, finding.message);
      addOnce(cause.remedies, finding.remediation);
      if (consumer.owner) {
        addOnce(cause.owners, consumer.owner);
      }
      cause.onlyModels &&= isModel(consumer.consumer);
    }
  }
  return [...causes.values()].sort(
    (a, b) => b.consumers.length - a.consumers.length,
  );
}

function startCause(key: string, act: BreakingAct, field: string): BreakCause {
  return {
    key,
    act,
    field,
    consumers: [],
    owners: [],
    onlyModels: true,
    findings: [],
    messages: [],
    remedies: [],
  };
}

const GONE = ['REQUIRED_FIELD_MISSING', 'PORT_REMOVED', 'FIELD_REMOVED'];

function actOf({ ruleId, pointsInto }: Finding): BreakingAct {
  if (ruleId.startsWith('FIELD_RENAMED')) {
    return 'renamed';
  }
  if (GONE.includes(ruleId)) {
    return pointsInto === 'new' ? 'demanded' : 'removed';
  }
  return ruleId === 'PORT_ADDED' ? 'demanded' : 'changed';
}

/** A renamed field is known by the name that it had. */
function fieldOf({ port, path, old }: Finding, act: BreakingAct): string {
  return act === 'renamed' && typeof old === 'string' ? old : path || port;
}

function addOnce<T>(list: T[], value: T): void {
  if (!list.includes(value)) {
    list.push(value);
  }
}

function isModel(ref: string): boolean {
  return parseEntityRef(ref).kind.toLocaleLowerCase('en-US') === 'model';
}
