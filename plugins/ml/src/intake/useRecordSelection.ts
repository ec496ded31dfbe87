import { IntakeRecord, registryRecordKey } from '@understudy/plugin-ml-common';
import { useState } from 'react';

/** Which records are selected, on this page of a list and on others. */
export interface RecordSelection {
  /** As they were read last. */
  records: IntakeRecord[];
  has(record: IntakeRecord): boolean;
  toggle(record: IntakeRecord): void;
  /** How much of the page on show is selected. */
  ofPage: 'none' | 'some' | 'all';
  /** Selects the whole page, or none of it when all of it was. */
  togglePage(): void;
  drop(records: Pick<IntakeRecord, 'record'>[]): void;
  clear(): void;
}

type Selected = ReadonlyMap<string, IntakeRecord>;

const NONE: Selected = new Map();

const keyOf = ({ record }: Pick<IntakeRecord, 'record'>) =>
  registryRecordKey(record);

/**
 * Keeps what is selected while pages of one list are walked. Another list -
 * another `list` - begins with nothing selected: nobody should decide about
 * rows that a filter hides.
 */
export function useRecordSelection(
  page: IntakeRecord[],
  list: string,
): RecordSelection {
  const [state, setState] = useState({ list, selected: NONE });
  const selectedOf = (of: typeof state) =>
    of.list === list ? of.selected : NONE;
  const selected = selectedOf(state);
  const change = (
    next: (before: Selected) => Iterable<[string, IntakeRecord]>,
  ) =>
    setState(before => ({ list, selected: new Map(next(selectedOf(before))) }));

  const fresh = new Map(page.map(record => [keyOf(record), record]));
  const onPage = page.filter(record => selected.has(keyOf(record))).length;
  let ofPage: RecordSelection['ofPage'] = 'none';
  if (onPage > 0) {
    ofPage = onPage === page.length ? 'all' : 'some';
  }

  return {
    records: [...selected].map(([key, record]) => fresh.get(key) ?? record),
    has: record => selected.has(keyOf(record)),
    ofPage,
    toggle: record =>
      change(before =>
        before.has(keyOf(record))
          ? without(before, [record])
          : [...before, [keyOf(record), record]],
      ),
    togglePage: () =>
      change(before =>
        ofPage === 'all' ? without(before, page) : [...before, ...fresh],
      ),
    drop: records => change(before => without(before, records)),
    clear: () => change(() => []),
  };
}

function without(
  selected: Selected,
  records: Pick<IntakeRecord, 'record'>[],
): [string, IntakeRecord][] {
  const keys = new Set(records.map(keyOf));
  return [...selected].filter(([key]) => !keys.has(key));
}
