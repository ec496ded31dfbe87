import { PromotionExecution } from '@understudy/plugin-ml-common';
import { Knex } from 'knex';

/** An alias that a promotion is moving in a registry now. */
export interface MovingAlias {
  promotionId: string;
  alias: NonNullable<PromotionExecution['alias']>;
}

/**
 * The aliases of a model that promotions are moving now. A registry may show
 * the move before the promotion has noted it.
 */
export async function findMovingPromotions(
  knex: Knex,
  subjectId: string,
): Promise<MovingAlias[]> {
  const rows: { id: string; execution: string }[] = await knex('promotion')
    .where({ subject_id: subjectId, state: 'executing' })
    .select('id', 'execution');
  return rows.flatMap(({ id, execution }) => {
    const { alias }: PromotionExecution = JSON.parse(execution);
    return alias ? [{ promotionId: id, alias }] : [];
  });
}
