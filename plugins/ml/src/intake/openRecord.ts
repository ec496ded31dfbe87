import { IntakeRecord, registryRecordKey } from '@understudy/plugin-ml-common';

const PARAM = 'record';

/** The record that the address says is open, if it is on the page. */
export function findOpenRecord(
  params: URLSearchParams,
  page: IntakeRecord[],
): IntakeRecord | undefined {
  const key = params.get(PARAM);
  return page.find(({ record }) => registryRecordKey(record) === key);
}

/** Whether the address says that a record is open, wherever it is. */
export function namesOpenRecord(params: URLSearchParams): boolean {
  return params.has(PARAM);
}

/** The address with a record open, or none. */
export function withOpenRecord(
  params: URLSearchParams,
  open: Pick<IntakeRecord, 'record'> | undefined,
): URLSearchParams {
  const result = new URLSearchParams(params);
  if (open) {
    result.set(PARAM, registryRecordKey(open.record));
  } else {
    result.delete(PARAM);
  }
  return result;
}
