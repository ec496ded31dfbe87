import {
  LineageNodeDetail,
  LineageNodeName,
} from '@understudy/plugin-lineage-common';
import { Knex } from 'knex';
import { LineageView } from '../access/LineageView';
import { Sql } from '../database/Sql';
import { RunReader } from '../runs/RunReader';
import { GraphStore } from './GraphStore';
import { requireRoot } from './requireRoot';
import { selectAliases } from './sql/selectAliases';
import { selectFacets } from './sql/selectFacets';
import { withholdFacets } from './withholdFacets';

const MOST_NAMES = 200;
const MOST_FACETS = 100;
const MOST_RUNS = 5;

/** Reads everything that is known about one node. */
export class NodeDetailReader {
  readonly #runs: RunReader;
  readonly #sql: Sql;
  readonly #store: GraphStore;

  constructor(options: { knex: Knex; runs: RunReader; store: GraphStore }) {
    this.#runs = options.runs;
    this.#sql = new Sql(options.knex);
    this.#store = options.store;
  }

  /** Throws NotFoundError for a node that is unknown or may not be seen. */
  async get(
    name: LineageNodeName,
    { view }: { view: LineageView },
  ): Promise<LineageNodeDetail> {
    const { id } = await requireRoot(this.#store, name, view);
    const [nodes, names, facets, runs] = await Promise.all([
      this.#store.readNodes([id]),
      selectAliases(this.#sql, id, MOST_NAMES + 1),
      selectFacets(this.#sql, id, MOST_FACETS + 1),
      this.#runs.listOf(id, { limit: MOST_RUNS }, view),
    ]);
    const node = nodes.get(id);
    if (!node) {
      throw new Error(`The node ${id} is gone`);
    }
    const listed = facets.slice(0, MOST_FACETS);
    return {
      node,
      names: names.slice(0, MOST_NAMES),
      facets: view.everything ? listed : withholdFacets(listed),
      runs: runs.items,
      runsComplete: runs.complete,
      truncated: names.length > MOST_NAMES || facets.length > MOST_FACETS,
    };
  }
}
