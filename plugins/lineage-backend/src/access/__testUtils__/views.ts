import { EntityFacts, LineageView } from '../LineageView';

/** May see everything, and asks nobody. */
export const everything: LineageView = {
  everything: true,
  async filter() {
    throw new Error('Nobody has to be asked');
  },
  async describe() {
    return new Map();
  },
  async search() {
    return [];
  },
};

/** May see these entities, and what belongs to none when `unmapped` is set. */
export function viewOf(options: {
  entities?: Record<string, EntityFacts>;
  unmapped?: boolean;
}): LineageView {
  const { entities = {}, unmapped = false } = options;
  return {
    everything: false,
    async filter(nodes) {
      return new Set(
        nodes
          .filter(({ entityRef }) =>
            entityRef === undefined ? unmapped : entityRef in entities,
          )
          .map(({ id }) => id),
      );
    },
    async describe(refs) {
      return new Map(
        [...refs].flatMap(ref =>
          ref in entities ? [[ref, entities[ref]]] : [],
        ),
      );
    },
    async search() {
      return [];
    },
  };
}
