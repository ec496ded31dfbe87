import { InputError, toError } from '@backstage/errors';
import {
  IntakeDecisionResult,
  RegistryRecordRef,
  registryRecordKey,
} from '@understudy/plugin-ml-common';
import { VisibleRecord } from '../records/VisibleRecords';
import { isInForce } from './describeDecision';
import { DecisionFacts, judgeDecision } from './judgeDecision';
import {
  DecisionFields,
  readDecision,
  RequestedDecision,
} from './readDecision';

/** One line of a bulk decision. */
export interface DecisionLine {
  record: RegistryRecordRef;
  decision: DecisionFields;
  /** Line of the uploaded file. */
  line?: number;
}

/** A line on its way to a result. */
export interface LineInWork {
  line: DecisionLine;
  requested?: RequestedDecision;
  record?: VisibleRecord;
  refusal?: Error;
  outcome?: Exclude<IntakeDecisionResult['outcome'], 'refused'>;
}

/** Refuses what is incomplete, and lines that contradict each other. */
export function readRequests(work: LineInWork[]): void {
  const linesOf = new Map<string, number>();
  for (const { line } of work) {
    const key = registryRecordKey(line.record);
    linesOf.set(key, (linesOf.get(key) ?? 0) + 1);
  }
  for (const one of work) {
    const { record, decision } = one.line;
    const lines = linesOf.get(registryRecordKey(record)) ?? 1;
    if (lines > 1) {
      one.refusal = new InputError(
        `${lines} lines are about '${record.name}' of registry '${record.server}'; say one thing only`,
      );
      continue;
    }
    try {
      one.requested = readDecision(decision);
    } catch (error) {
      one.refusal = toError(error);
    }
  }
}

/** Refuses what may not be decided; what is in force already stays. */
export function judgeLine(one: LineInWork, facts: DecisionFacts): void {
  const { requested, record } = one;
  if (one.refusal || !requested || !record) {
    return;
  }
  if (isInForce(requested, record.decision)) {
    one.outcome = 'unchanged';
    return;
  }
  one.refusal = judgeDecision(requested, record, facts);
}

/** What is answered about a line. */
export function toResult({
  line,
  refusal,
  outcome,
}: LineInWork): IntakeDecisionResult {
  return {
    record: line.record,
    outcome: refusal ? 'refused' : (outcome ?? 'unchanged'),
    ...(refusal
      ? { error: { name: refusal.name, message: refusal.message } }
      : {}),
    ...(line.line === undefined ? {} : { line: line.line }),
  };
}
