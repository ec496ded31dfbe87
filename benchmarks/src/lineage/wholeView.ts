import { LineageView } from '../../../plugins/lineage-backend/src/access/LineageView';

/** Sees everything, so that nobody is asked who sees what. */
export const wholeView: LineageView = {
  everything: true,
  filter: async nodes => new Set(nodes.map(({ id }) => id)),
  describe: async () => new Map(),
  search: async () => [],
};
