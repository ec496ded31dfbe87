import { Knex } from 'knex';
import { MeasuredKind } from './kinds';

/** What one entity of a kind weighs in the catalog, on average. */
export interface Weight {
  relations: number;
  searchRows: number;
  bytes: number;
}

/** Kinds may differ by so much from the one they are compared with. */
const TOLERANCE = 0.1;

export async function weigh(knex: Knex, kind: MeasuredKind): Promise<Weight> {
  const entities = () =>
    knex('final_entities').where(
      'final_entities.entity_ref',
      'like',
      `${kind.toLowerCase()}:%`,
    );
  const [{ count, bytes }]: Record<string, unknown>[] = await entities().select(
    knex.raw('count(*) as count'),
    knex.raw('sum(length(final_entity)) as bytes'),
  );
  const [{ rows: searchRows }] = await entities()
    .join('search', 'search.entity_id', 'final_entities.entity_id')
    .count({ rows: '*' });
  const [{ rows: relations }] = await entities()
    .join(
      'relations',
      'relations.originating_entity_id',
      'final_entities.entity_id',
    )
    .count({ rows: '*' });
  const perEntity = (value: unknown) => Number(value) / Number(count);
  return {
    relations: perEntity(relations),
    searchRows: perEntity(searchRows),
    bytes: perEntity(bytes),
  };
}

/**
 * Throws when kinds are too different for their speeds to say anything.
 * Feature views are counted with what they emit and are left out.
 */
export function compareWeights(
  weights: ReadonlyMap<MeasuredKind, Weight>,
): void {
  const reference = weights.get('Component');
  for (const kind of ['Model', 'Dataset'] as const) {
    const weight = weights.get(kind);
    for (const part of ['relations', 'searchRows', 'bytes'] as const) {
      const ratio = (weight?.[part] ?? 0) / (reference?.[part] ?? 0);
      if (!(Math.abs(ratio - 1) <= TOLERANCE)) {
        throw new Error(
          `A ${kind} has ${weight?.[part]} ${part} and a Component ${reference?.[part]}: they may differ by ${TOLERANCE * 100} %`,
        );
      }
    }
  }
}
