import { Knex } from 'knex';
import { NewLedgerEvent } from '../../ledger/DatabaseLedger';
import { outsideActor } from '../outsideActor';
import { AliasMove } from './setStoredAlias';

/** The ledger entries of aliases that somebody moved in a registry. */
export async function outsideAliasEvents(
  tx: Knex.Transaction,
  options: {
    server: string;
    record: { id: string; name: string; subjectId: string };
    /** Entity ref of the Model. */
    model: string;
    moves: readonly AliasMove[];
  },
): Promise<NewLedgerEvent[]> {
  const { server, record, model, moves } = options;
  if (moves.length === 0) {
    return [];
  }
  const ids = moves.flatMap(({ from, to }) => [from, to]);
  const labels: { id: string; label: string }[] = await tx('version')
    .whereIn(
      'id',
      ids.filter((id): id is string => id !== undefined),
    )
    .select('id', 'label');
  const labelOf = (id: string | undefined) =>
    labels.find(version => version.id === id)?.label;
  return moves.map(({ alias, from, to }) => {
    const verb = to ? 'alias.set' : 'alias.deleted';
    const label = labelOf(to ?? from);
    return {
      type: `dev.understudy.${verb}`,
      source: `/api/ml/registries/${server}`,
      subject: label ? `${model}@${label}` : model,
      subjectId: record.subjectId,
      data: {
        actor: outsideActor(server),
        action: verb,
        object: { kind: 'RegisteredModel', ref: record.id },
        before: { alias, version: labelOf(from) },
        after: { name: record.name, alias, version: labelOf(to) },
        correlationId: record.id,
      },
    };
  });
}
