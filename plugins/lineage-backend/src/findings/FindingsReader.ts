import { InputError } from '@backstage/errors';
import {
  DirectLink,
  formatLineageNodeId,
  LineageFinding,
  LineageFindings,
  LineageNodeName,
  LineageNodeSummary,
  LineageSide,
  readDirectLinks,
} from '@understudy/plugin-lineage-common';
import { Knex } from 'knex';
import { LineageView } from '../access/LineageView';
import { Sql } from '../database/Sql';
import { createGraphSource } from '../graph/createGraphSource';
import { ALL_ENVIRONMENTS } from '../graph/EnvironmentTable';
import { GraphStore, RootNode } from '../graph/GraphStore';
import { requireRoot } from '../graph/requireRoot';
import { toApiTime } from '../graph/times';
import { compareLinks, Disagreement, EntityLink } from './compareLinks';
import { selectObservations } from './sql/selectObservations';
import { NodePair, selectRelations } from './sql/selectRelations';

const MOST_FINDINGS = 200;
/** Of an entity that is many jobs, those of which times are looked up. */
const MOST_PARTS = 5;

/** Finds where the catalog and what was observed disagree about an entity. */
export class FindingsReader {
  readonly #sql: Sql;
  readonly #store: GraphStore;

  constructor(options: { knex: Knex; store: GraphStore }) {
    this.#sql = new Sql(options.knex);
    this.#store = options.store;
  }

  /**
   * All environments are compared.
   *
   * @throws NotFoundError for an entity that is unknown or may not be seen.
   */
  async find(
    name: LineageNodeName,
    { view }: { view: LineageView },
  ): Promise<LineageFindings> {
    const [root, environments] = await Promise.all([
      requireRoot(this.#store, name, view),
      this.#store.findEnvironments(ALL_ENVIRONMENTS),
    ]);
    const [identity] = await this.#store.readIdentities([root.id]);
    const rootRef = identity?.entityRef;
    if (rootRef === undefined) {
      throw new InputError(
        `root '${formatLineageNodeId(name)}' is no entity, so there is nothing that the catalog could declare of it`,
      );
    }
    const refs = new Map<number, string>();
    const found = await readDirectLinks(
      createGraphSource(this.#store, {
        root,
        environments,
        view,
        isShown: ({ id, entityRef }) => {
          if (entityRef !== undefined) {
            refs.set(id, entityRef);
          }
          return entityRef !== undefined;
        },
      }),
      { root: root.id },
    );
    const disagreements = compareLinks(
      mergeByEntity(found.links, refs).filter(({ ref }) => ref !== rootRef),
      found.truncated,
    );
    const shown = disagreements.slice(0, MOST_FINDINGS);
    return {
      root: rootRef,
      items: await this.#describe(root, shown, view),
      truncated:
        disagreements.length > shown.length ||
        found.truncated.upstream ||
        found.truncated.downstream,
      complete: found.complete,
    };
  }

  async #describe(
    { id: root, steps }: RootNode,
    disagreements: readonly Disagreement[],
    view: LineageView,
  ): Promise<LineageFinding[]> {
    const nodeIds = await this.#idsOf(disagreements.map(({ ref }) => ref));
    const listed = disagreements.flatMap(item => {
      const id = nodeIds.get(item.ref);
      return id === undefined ? [] : [{ ...item, id }];
    });
    const pairs = listed.map(({ side, id }) => toPair(root, side, id));
    const parts = [root, ...steps].slice(0, MOST_PARTS);
    const asked = listed.flatMap(({ side, ids: others }, place) =>
      others
        .slice(0, MOST_PARTS)
        .flatMap(other =>
          parts.map(part => ({ place, ...toPair(part, side, other) })),
        ),
    );
    const [nodes, relations, times] = await Promise.all([
      this.#store.readNodes([root, ...listed.map(({ id }) => id)]),
      selectRelations(this.#sql, pairs),
      this.#timesOf(asked, view),
    ]);
    return listed.flatMap(({ type, side, id, via }, place) => {
      const other = nodes.get(id);
      const lastSeen = times.get(place);
      // The declared connection itself may be what could not be read any more.
      const isFound =
        type === 'declared-not-observed' || relations[place].length === 0;
      return other && isFound
        ? [
            {
              type,
              side,
              other,
              relations: relations[place],
              ...(type === 'observed-not-declared' && via > 0 && { via }),
              ...(lastSeen && { lastSeen: toApiTime(lastSeen) }),
              reporting: {
                root: isReported(nodes.get(root)),
                other: isReported(other),
              },
            },
          ]
        : [];
    });
  }

  /** The nodes of entities: the links may lead to jobs that are part of them. */
  async #idsOf(refs: readonly string[]): Promise<Map<string, number>> {
    const ids = await this.#store.findShown(
      refs.map(entityRef => ({ kind: 'entity' as const, entityRef })),
    );
    const identities = await this.#store.readIdentities(ids);
    return new Map(
      identities.flatMap(({ id, entityRef }) =>
        entityRef === undefined ? [] : [[entityRef, id] as const],
      ),
    );
  }

  async #timesOf(
    pairs: readonly (NodePair & { place: number })[],
    view: LineageView,
  ): Promise<Map<number, string>> {
    const observations = await selectObservations(this.#sql, pairs);
    const through = [
      ...new Set(observations.flatMap(way => way.through ?? [])),
    ];
    const seen = view.everything
      ? undefined
      : await view.filter(await this.#store.readIdentities(through));
    const times = new Map<number, string>();
    for (const way of observations) {
      const isSeen = way.through === null || !seen || seen.has(way.through);
      if (isSeen && way.at > (times.get(way.place) ?? '')) {
        times.set(way.place, way.at);
      }
    }
    return times;
  }
}

/** An entity may be several nodes. */
function mergeByEntity(
  links: readonly DirectLink[],
  refs: ReadonlyMap<number, string>,
): EntityLink[] {
  const merged = new Map<string, EntityLink>();
  for (const { id, ...link } of links) {
    const ref = refs.get(id);
    if (ref !== undefined) {
      const key = `${link.side} ${ref}`;
      const before = merged.get(key);
      merged.set(key, {
        side: link.side,
        ref,
        ids: [...(before?.ids ?? []), id],
        origin: link.origin | (before?.origin ?? 0),
        via: Math.min(link.via, before?.via ?? link.via),
        obscured: link.obscured || before?.obscured === true,
      });
    }
  }
  return [...merged.values()];
}

function toPair(root: number, side: LineageSide, other: number): NodePair {
  return side === 'downstream'
    ? { source: root, target: other }
    : { source: other, target: root };
}

function isReported(node: LineageNodeSummary | undefined): boolean {
  return node?.lastSeen !== undefined;
}
