import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { flows } from './flows';

/** A connection that an entity of the catalog declares. */
export interface DeclaredRelation {
  /** Entity refs, in full and in lower case. */
  claimant: string;
  source: string;
  target: string;
  /** Types of the relations that say so, sorted. */
  types: string[];
}

/** Of one entity; what it has more is left out. */
const MOST_RELATIONS = 5000;

/** What an entity declares to depend on, or to pass on. */
export function relationsOfEntity(entity: Entity): {
  relations: DeclaredRelation[];
  problems: string[];
} {
  const claimant = stringifyEntityRef(entity);
  const found = new Map<string, DeclaredRelation>();
  for (const { type, targetRef } of entity.relations ?? []) {
    const other = targetRef.toLowerCase();
    if (!Object.hasOwn(flows, type) || other === claimant) {
      continue;
    }
    const [source, target] =
      flows[type] === 'to-target' ? [claimant, other] : [other, claimant];
    const key = `${source} ${target}`;
    const known = found.get(key);
    if (!known) {
      found.set(key, { claimant, source, target, types: [type] });
    } else if (!known.types.includes(type)) {
      known.types.push(type);
      known.types.sort();
    }
  }
  const relations = [...found.values()];
  return relations.length <= MOST_RELATIONS
    ? { relations, problems: [] }
    : {
        relations: relations.slice(0, MOST_RELATIONS),
        problems: [
          `${claimant} declares ${relations.length} connections, of which ${MOST_RELATIONS} are used`,
        ],
      };
}
