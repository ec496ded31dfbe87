import { Knex } from 'knex';
import { changeGraph } from '../database/changeGraph';
import { Sql } from '../database/Sql';
import {
  CLAIM_COLUMNS,
  Claim,
  ClaimRow,
  deleteClaims,
  ORIGIN,
  Pair,
  saveClaims,
  toClaim,
} from '../nodes/claims';
import { EVERY_ENVIRONMENT } from '../nodes/environments';
import { addEntityNodes } from '../nodes/findEntities';
import { writeEdges } from '../nodes/writeEdges';
import { DeclaredRelation } from './relationsOfEntity';

/** Connections written in one transaction: nothing else changes the graph meanwhile. */
const STEP = 500;
/** A column of the database holds so much. */
const MOST_TYPES_LENGTH = 512;

type StoredRelation = ClaimRow & {
  claimant_ref: string;
  source_ref: string;
  target_ref: string;
};

/** Keeps the connections that the catalog declares as part of the graph. */
export class DeclaredRelationStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /**
   * Replaces all connections with those that the catalog declares now. Does
   * nothing when they are the same.
   *
   * @returns how many connections were written or removed.
   */
  async replaceAll(relations: Iterable<DeclaredRelation>): Promise<number> {
    const wanted = new Map<string, DeclaredRelation>();
    for (const relation of relations) {
      wanted.set(keyOf(relation), relation);
    }
    const gone: Claim[] = [];
    for (const row of await this.#load()) {
      const key = keyOf({
        claimant: row.claimant_ref,
        source: row.source_ref,
        target: row.target_ref,
      });
      const now = wanted.get(key);
      if (!now) {
        gone.push(toClaim(row));
      } else if (typesOf(now) === row.relations) {
        wanted.delete(key);
      }
    }
    const written = [...wanted.values()];
    for (let start = 0; start < gone.length; start += STEP) {
      await this.#remove(gone.slice(start, start + STEP));
    }
    for (let start = 0; start < written.length; start += STEP) {
      await this.#write(written.slice(start, start + STEP));
    }
    return gone.length + written.length;
  }

  async #load(): Promise<StoredRelation[]> {
    return await new Sql(this.#knex).select<StoredRelation>(
      `select ${CLAIM_COLUMNS}, a.name as claimant_ref, s.name as source_ref, t.name as target_ref
       from claim as c
       join node as a on a.id = c.claimant_id
       join node as s on s.id = c.src
       join node as t on t.id = c.dst
       where c.relations is not null`,
    );
  }

  async #remove(claims: readonly Claim[]): Promise<void> {
    await changeGraph(this.#knex, { wait: true }, async sql => {
      await deleteClaims(sql, claims);
      await writeEdges(sql, claims.map(pairOf));
    });
  }

  async #write(relations: readonly DeclaredRelation[]): Promise<void> {
    await changeGraph(this.#knex, { wait: true }, async sql => {
      const ids = await addEntityNodes(
        sql,
        new Set(
          relations.flatMap(({ claimant, source, target }) => [
            claimant,
            source,
            target,
          ]),
        ),
      );
      const idOf = (ref: string) => {
        const id = ids.get(ref);
        if (id === undefined) {
          throw new Error(`The entity '${ref}' was not added`);
        }
        return id;
      };
      const claims = relations.map(relation => toDeclaredClaim(relation, idOf));
      await saveClaims(sql, claims);
      await writeEdges(sql, claims.map(pairOf));
    });
  }
}

function toDeclaredClaim(
  relation: DeclaredRelation,
  idOf: (ref: string) => number,
): Claim {
  const [claimant, src, dst] = [
    idOf(relation.claimant),
    idOf(relation.source),
    idOf(relation.target),
  ];
  return {
    claimant_id: claimant,
    src,
    dst,
    origin: ORIGIN.declared,
    claimant_root: claimant,
    src_root: src,
    dst_root: dst,
    canonical_src: src,
    canonical_dst: dst,
    environment_id: EVERY_ENVIRONMENT,
    // The catalog does not say since when, and event times are none of its own.
    first_seen: '',
    last_seen: '',
    runs: 0,
    current: true,
    relations: typesOf(relation),
  };
}

function typesOf({ types }: DeclaredRelation): string {
  return types.join(',').slice(0, MOST_TYPES_LENGTH);
}

function pairOf({ canonical_src, canonical_dst }: Claim): Pair {
  return [canonical_src, canonical_dst];
}

function keyOf(relation: Omit<DeclaredRelation, 'types'>): string {
  return `${relation.claimant} ${relation.source} ${relation.target}`;
}
