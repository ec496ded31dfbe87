import { OpenLineageName } from '@understudy/plugin-lineage-common';
import { Knex } from 'knex';
import { LineageView } from '../access/LineageView';
import { Sql } from '../database/Sql';
import { nodeKeyOf } from '../nodes/nodeKey';
import { NamedNode } from './GraphStore';
import { selectNames } from './sql/selectNames';
import { selectNodesByKey } from './sql/selectNodesByKey';

/** Finds the nodes that names of events are shown as. */
export class NodeLookup {
  readonly #sql: Sql;

  constructor(options: { knex: Knex }) {
    this.#sql = new Sql(options.knex);
  }

  /** Those of some names that may be seen, by key. */
  async findByName(
    names: readonly OpenLineageName[],
    view: LineageView,
  ): Promise<Map<string, NamedNode>> {
    const keys = new Set(
      names.map(({ kind, namespace, name }) =>
        nodeKeyOf(kind, namespace, name),
      ),
    );
    const ids = await selectNodesByKey(this.#sql, [...keys]);
    const nodes = await this.findById([...ids.values()], view);
    const found = new Map<string, NamedNode>();
    for (const [key, id] of ids) {
      const node = nodes.get(id);
      if (node) {
        found.set(key, node);
      }
    }
    return found;
  }

  /** Those of some nodes that may be seen. */
  async findById(
    ids: readonly number[],
    view: LineageView,
  ): Promise<Map<number, NamedNode>> {
    const nodes = await selectNames(this.#sql, [...new Set(ids)]);
    if (view.everything) {
      return nodes;
    }
    const seen = await view.filter(
      [...nodes].map(([id, { kind, entityRef }]) => ({ id, kind, entityRef })),
    );
    return new Map([...nodes].filter(([id]) => seen.has(id)));
  }
}
