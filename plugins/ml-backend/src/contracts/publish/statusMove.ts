import { ContractHead } from '../store/StoredContract';
import { ContractVerb } from './contractEvents';

type Status = ContractHead['status'];

const ORDER: readonly Status[] = ['draft', 'active', 'deprecated', 'retired'];
const VERBS: Readonly<Record<Status, ContractVerb | undefined>> = {
  draft: undefined,
  active: 'published',
  deprecated: 'deprecated',
  retired: 'retired',
};

/** What happens when a status moves on; nothing where it would move back. */
export function statusMove(from: Status, to: Status): ContractVerb | undefined {
  return ORDER.indexOf(to) > ORDER.indexOf(from) ? VERBS[to] : undefined;
}
