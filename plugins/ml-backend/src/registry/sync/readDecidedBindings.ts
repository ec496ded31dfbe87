import { registryRecordKey } from '@understudy/plugin-ml-common';
import { IntakeDecisionStore } from '../../intake/decisions/IntakeDecisionStore';

const PAGE_SIZE = 1000;

/** What people decided about the records of a server, as binding needs it. */
export interface DecidedBindings {
  /** Entity refs of the Models that records were bound to, by record key. */
  bound: Map<string, string>;
  /** Keys of the records that are left alone. */
  ignored: Set<string>;
}

/**
 * Reads what was decided about the records of a server. Claims are not among
 * it: they say who owns a Model, not which Model a record belongs to.
 */
export async function readDecidedBindings(
  decisions: IntakeDecisionStore,
  server: string,
): Promise<DecidedBindings> {
  const bound = new Map<string, string>();
  const ignored = new Set<string>();
  let after: string | undefined;
  do {
    const page = await decisions.list({ server, after, limit: PAGE_SIZE });
    for (const row of page) {
      if (row.action === 'ignore') {
        ignored.add(registryRecordKey(row));
      } else if (row.action === 'bind' && row.model) {
        bound.set(registryRecordKey(row), row.model);
      }
    }
    after = page.length === PAGE_SIZE ? page.at(-1)?.id : undefined;
  } while (after);
  return { bound, ignored };
}
