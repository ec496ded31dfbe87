import {
  IntakeStatus,
  RegistryBindingSource,
} from '@understudy/plugin-ml-common';
import { IntakeQuery } from '../api/intakeTypes';
import { currentCursor, firstPage } from '../pieces/cursorTrail';
import { readSort, sortText } from '../pieces/listSort';

/** Every status, in the order of how much it needs somebody. */
export const intakeStatuses = [
  'no-model',
  'no-owner',
  'ignored',
  'settled',
] as const satisfies readonly IntakeStatus[];

/** What is shown unless the reader says otherwise: what waits for somebody. */
export const waitingStatuses: readonly IntakeStatus[] = [
  'no-model',
  'no-owner',
];

/** How a record can have come to its Model. */
export const bindingSources = [
  'default',
  'rule',
  'decision',
  'declared',
] as const satisfies readonly RegistryBindingSource[];

/** What records can be put in order by. */
export const intakeSortFields = ['name', 'firstSeenAt'] as const;

const FILTER_PARAMS = ['server', 'status', 'boundBy', 'text', 'gone'];

/** The statuses that the address asks for. */
export function readStatuses(params: URLSearchParams): IntakeStatus[] {
  const asked = params.getAll('status');
  const known = intakeStatuses.filter(status => asked.includes(status));
  return known.length > 0 ? known : [...waitingStatuses];
}

/** How the records that the address asks for came to their Model; any way if undefined. */
export function readBoundBy(
  params: URLSearchParams,
): RegistryBindingSource | undefined {
  return bindingSources.find(source => source === params.get('boundBy'));
}

/** What the address asks for. */
export function readIntakeQuery(params: URLSearchParams): IntakeQuery {
  return {
    server: params.getAll('server'),
    status: readStatuses(params),
    boundBy: readBoundBy(params),
    text: params.get('text') ?? undefined,
    gone: params.get('gone') === 'true',
    sort: params.has('sort')
      ? sortText(readSort(params, intakeSortFields))
      : undefined,
    cursor: currentCursor(params),
  };
}

/** Whether the address asks for other records than those that wait. */
export function hasIntakeFilters(params: URLSearchParams): boolean {
  return FILTER_PARAMS.some(name => params.has(name));
}

/** The address without any filter. */
export function clearIntakeFilters(params: URLSearchParams): URLSearchParams {
  const result = firstPage(params);
  FILTER_PARAMS.forEach(name => result.delete(name));
  return result;
}

/** The address with a server switched on or off; servers add up. */
export function toggleServer(
  params: URLSearchParams,
  server: string,
): URLSearchParams {
  const result = firstPage(params);
  const chosen = result.getAll('server');
  result.delete('server');
  const kept = chosen.includes(server)
    ? chosen.filter(other => other !== server)
    : [...chosen, server];
  kept.forEach(each => result.append('server', each));
  return result;
}

/**
 * The address with a status switched on or off. Without any, and with those
 * that are the default, it names none.
 */
export function toggleStatus(
  params: URLSearchParams,
  status: IntakeStatus,
): URLSearchParams {
  const result = firstPage(params);
  const before = readStatuses(params);
  const after = intakeStatuses.filter(
    each => before.includes(each) !== (each === status),
  );
  const usual =
    after.length === waitingStatuses.length &&
    waitingStatuses.every(each => after.includes(each));
  result.delete('status');
  if (!usual) {
    after.forEach(each => result.append('status', each));
  }
  return result;
}

/**
 * What tells one list of records from another; its pages have it in common,
 * whatever they are in order by.
 */
export function filterKey(params: URLSearchParams): string {
  const filters = new URLSearchParams();
  FILTER_PARAMS.forEach(name =>
    params.getAll(name).forEach(value => filters.append(name, value)),
  );
  return filters.toString();
}
