import { Entity } from '@backstage/catalog-model';
import { declaredFields } from '../sources/fieldsContract';
import { currentContract } from '../store/currentContract';
import { StoredContract } from '../store/StoredContract';

/**
 * What holds unless lineage says otherwise. Declared fields are what the owner
 * promises, so they hold also where they say no more than what was observed.
 */
export function standingContract(
  entity: Entity,
  history: readonly StoredContract[],
): StoredContract | undefined {
  const standing = currentContract(
    history.filter(({ origin }) => origin !== 'lineage'),
  );
  return (
    standing ??
    (declaredFields(entity).length > 0 ? currentContract(history) : undefined)
  );
}
