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
  messages: string[];
  remedies: string[];
}

/** What breaks whom, what hits most of them first. */
export function breakCauses(check: ContractCheck): BreakCause[] {
  const causes = new Map<string, BreakCause>();
  const changes = check.report?.findings ?? [];
  for (const consumer of check.consumers) {
    for (const finding of consumer.findings) {
      if (finding.severity !== 'error' || finding.waiver) {
        continue;
      }
      const act = actOf(finding, changes);
      const key = [act, finding.port, finding.path].join('\n');
      const cause = causes.get(key) ?? startCause(key, act, finding);
      causes.set(key, cause);
      addOnce(cause.consumers, consumer);
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

function startCause(
  key: string,
  act: BreakingAct,
  { port, path }: Finding,
): BreakCause {
  return {
    key,
    act,
    field: path || port,
    consumers: [],
    owners: [],
    onlyModels: true,
    messages: [],
    remedies: [],
  };
}

const GONE = ['REQUIRED_FIELD_MISSING', 'PORT_REMOVED', 'FIELD_REMOVED'];

/** A consumer only sees that a field is gone; the changes say how it went. */
function actOf(finding: Finding, changes: readonly Finding[]): BreakingAct {
  if (!GONE.includes(finding.ruleId)) {
    return finding.ruleId === 'PORT_ADDED' ? 'demanded' : 'changed';
  }
  if (finding.pointsInto === 'new') {
    return 'demanded';
  }
  const name = finding.path.split('.').at(-1);
  const isRenamed = changes.some(
    ({ ruleId, port, old }) =>
      ruleId.startsWith('FIELD_RENAMED') &&
      port === finding.port &&
      old === name,
  );
  return isRenamed ? 'renamed' : 'removed';
}

function addOnce<T>(list: T[], value: T): void {
  if (!list.includes(value)) {
    list.push(value);
  }
}

function isModel(ref: string): boolean {
  return parseEntityRef(ref).kind.toLocaleLowerCase('en-US') === 'model';
}
