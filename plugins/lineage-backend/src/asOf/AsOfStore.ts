import {
  GraphNeighbours,
  LineageSide,
  NodesBySide,
} from '@understudy/plugin-lineage-common';
import { Knex } from 'knex';
import { Sql } from '../database/Sql';
import { ForwardingStore } from '../graph/ForwardingStore';
import { EnvironmentIds, GraphStore } from '../graph/GraphStore';
import { ORIGIN } from '../nodes/claims';
import { startOfWindow } from '../nodes/startOfWindow';
import {
  countClaimsAt,
  EarlierClaim,
  MOST_CLAIMS,
  selectClaimsAt,
  selectDeclaredAt,
  selectLatestAt,
  selectMadeBetween,
} from './selectClaimsAt';

const sides: LineageSide[] = ['upstream', 'downstream'];
/** Neighbours of one node are counted no further. */
const MOST_COUNTED = 100_000;

/**
 * The graph as it was at a time: what runs had made by then and not long before,
 * and what was declared last by then: the same rules as for now. Names and
 * entities are those of today.
 */
export class AsOfStore extends ForwardingStore {
  readonly #at: string;
  readonly #start: string;
  readonly #sql: Sql;
  readonly #windowMs: number;

  constructor(options: {
    /** Event time, as it is stored. */
    at: string;
    knex: Knex;
    /** The graph as it is now. */
    now: GraphStore;
    /** A connection was current when seen so long before the latest event of its job. */
    windowMs: number;
  }) {
    super(options.now);
    this.#at = options.at;
    this.#sql = new Sql(options.knex);
    this.#start = startOfWindow(options.at, options.windowMs);
    this.#windowMs = options.windowMs;
  }

  override async neighbours(
    nodes: NodesBySide,
    options: { most: number; environments: EnvironmentIds },
  ) {
    const { most, environments } = options;
    const found = {
      upstream: new Map<number, GraphNeighbours>(),
      downstream: new Map<number, GraphNeighbours>(),
    };
    for (const side of sides) {
      if (nodes[side].length > 0) {
        const claims = await selectClaimsAt(this.#sql, side, {
          nodes: nodes[side],
          environments,
          at: this.#at,
          start: this.#start,
        });
        const cut = claims.length === MOST_CLAIMS;
        found[side] = toNeighbours(await this.#keepCurrent(claims), most, cut);
      }
    }
    return found;
  }

  override async count(nodes: NodesBySide, environments: EnvironmentIds) {
    const counts = {
      upstream: new Map<number, number>(),
      downstream: new Map<number, number>(),
    };
    const open: Record<LineageSide, number[]> = {
      upstream: [],
      downstream: [],
    };
    for (const side of sides) {
      if (nodes[side].length > 0) {
        const counted = await countClaimsAt(this.#sql, side, {
          nodes: nodes[side],
          environments,
          at: this.#at,
          start: this.#start,
        });
        for (const { near, others, open: unsure } of counted) {
          if (unsure > 0) {
            open[side].push(near);
          } else {
            counts[side].set(near, others);
          }
        }
      }
    }
    const found = await this.neighbours(open, {
      most: MOST_COUNTED,
      environments,
    });
    for (const side of sides) {
      for (const [id, { list }] of found[side]) {
        counts[side].set(id, list.length);
      }
    }
    return counts;
  }

  /** When they were last seen after all, connections of that time do not say. */
  override async readLastSeen(
    edges: readonly { source: number; target: number }[],
  ) {
    return edges.map(() => undefined);
  }

  /** The version of something is that of now, and is not told. */
  override async readNodes(ids: readonly number[]) {
    const nodes = await super.readNodes(ids);
    return new Map(
      Array.from(nodes, ([id, { version: _today, ...node }]) => [id, node]),
    );
  }

  /** Nor is that of the latest run. */
  override async readVersions(
    edges: readonly { source: number; target: number }[],
  ) {
    return edges.map(() => undefined);
  }

  async #keepCurrent(claims: readonly EarlierClaim[]): Promise<EarlierClaim[]> {
    const current = new Set([
      ...claims.filter(({ sure }) => sure === 1),
      ...(await this.#keepObserved(
        claims.filter(
          ({ origin, sure }) => origin === ORIGIN.observed && sure === 0,
        ),
      )),
      ...(await this.#keepDeclared(
        claims.filter(({ origin }) => origin === ORIGIN.declared),
      )),
    ]);
    return claims.filter(claim => current.has(claim));
  }

  /** By the latest event that each job had sent by then. */
  async #keepObserved(
    claims: readonly EarlierClaim[],
  ): Promise<EarlierClaim[]> {
    if (claims.length === 0) {
      return [];
    }
    const latest = await selectLatestAt(
      this.#sql,
      [...new Set(claims.map(claim => claim.claimant_root))],
      this.#at,
    );
    const known = claims.filter(claim => latest.has(claim.claimant_root));
    const made = await selectMadeBetween(
      this.#sql,
      known,
      known.map(({ claimant_root }) =>
        startOfWindow(latest.get(claimant_root) ?? this.#at, this.#windowMs),
      ),
      this.#at,
    );
    return [
      ...known.filter((_claim, place) => made.has(place)),
      ...claims.filter(
        claim => !latest.has(claim.claimant_root) && this.#isWithin(claim),
      ),
    ];
  }

  /** By the latest declaration that each claimant had made by then. */
  async #keepDeclared(
    claims: readonly EarlierClaim[],
  ): Promise<EarlierClaim[]> {
    const named = await selectDeclaredAt(this.#sql, claims, this.#at);
    return claims.filter(
      (claim, place) => named.get(place) ?? this.#isWithin(claim),
    );
  }

  /** Where what it comes from is no longer kept, all that is left is when it was seen. */
  #isWithin({ last_seen }: EarlierClaim): boolean {
    return last_seen >= this.#at;
  }
}

function toNeighbours(
  claims: readonly EarlierClaim[],
  most: number,
  cut: boolean,
): Map<number, GraphNeighbours> {
  const origins = new Map<number, Map<number, number>>();
  for (const { near, far, origin } of claims) {
    const known = origins.get(near) ?? new Map<number, number>();
    known.set(far, (known.get(far) ?? 0) | origin);
    origins.set(near, known);
  }
  return new Map(
    Array.from(origins, ([near, others]) => {
      const list = Array.from(others, ([id, origin]) => ({ id, origin })).sort(
        (a, b) => a.id - b.id,
      );
      return [
        near,
        { list: list.slice(0, most), more: cut || list.length > most },
      ];
    }),
  );
}
