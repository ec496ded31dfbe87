import { IntakeRecord, IntakeSuggestion } from '@understudy/plugin-ml-common';
import { guardFormula } from './formulaGuard';

/** The columns of an exported file, in their order. */
export const intakeCsvColumns = [
  'server',
  'workspace',
  'record',
  'kind',
  'status',
  'model',
  'modelOwner',
  'versions',
  'latestVersion',
  'firstSeenAt',
  'url',
  'suggestion',
  'action',
  'owner',
  'reason',
  'bindTo',
] as const;

/** The columns that decisions are read from, and those that must be there. */
export const decisionCsvColumns = {
  required: ['server', 'record', 'action'],
  optional: ['workspace', 'owner', 'reason', 'bindTo'],
} as const;

type Column = (typeof intakeCsvColumns)[number];

/** A row of an exported file; it holds the decision in force. */
export function toCsvRow(item: IntakeRecord): string[] {
  const decision = item.decision?.decision;
  const cells: Record<Column, string | number | undefined> = {
    server: item.record.server,
    workspace: item.record.workspace,
    record: item.record.name,
    kind: item.kind,
    status: item.status,
    model: item.model,
    modelOwner: item.owner,
    versions: item.versions,
    latestVersion: item.latestVersion?.label,
    firstSeenAt: item.firstSeenAt,
    url: item.url,
    suggestion: item.suggestions.map(describe).join('; '),
    action: decision?.action,
    owner: decision?.action === 'claim' ? decision.owner : undefined,
    reason: decision?.reason,
    bindTo: decision?.action === 'bind' ? decision.model : undefined,
  };
  return intakeCsvColumns.map(column => guardFormula(`${cells[column] ?? ''}`));
}

function describe(suggestion: IntakeSuggestion): string {
  return suggestion.action === 'claim'
    ? `claim for ${suggestion.owner}: ${suggestion.because}`
    : `bind to ${suggestion.model}: ${suggestion.because}`;
}
