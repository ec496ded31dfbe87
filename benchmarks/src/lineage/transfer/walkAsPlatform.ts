import { Entity, stringifyEntityRef } from '@backstage/catalog-model';

/** What the catalog answers; null for what it does not know. */
export type EntitiesByRefs = (refs: string[]) => Promise<(Entity | null)[]>;

/**
 * Reads the entities around one as the graph of the platform does it: all that
 * are known to be wanted in one request, then those that their relations name,
 * level after level. Each answer has whole entities.
 *
 * It is spared what the page does after each level: to walk everything that is
 * there anew from the root, and to draw it a tenth of a second later.
 *
 * @param options.relation - only these are followed, so that no owner is
 */
export async function walkAsPlatform(options: {
  root: string;
  depth: number;
  relation: string;
  read: EntitiesByRefs;
}): Promise<Map<string, Entity>> {
  const { root, depth, relation, read } = options;
  const found = new Map<string, Entity>();
  let wanted = [root];
  for (let level = 0; level <= depth && wanted.length > 0; level += 1) {
    const entities = (await read(wanted)).filter(entity => entity !== null);
    entities.forEach(entity => found.set(stringifyEntityRef(entity), entity));
    const targets = entities
      .flatMap(({ relations = [] }) => relations)
      .filter(({ type }) => type === relation)
      .map(({ targetRef }) => targetRef);
    wanted = [...new Set(targets)].filter(ref => !found.has(ref));
  }
  return found;
}
