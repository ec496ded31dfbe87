import {
  LineageEntitySchemas,
  LineageSchemaPage,
} from '@understudy/plugin-lineage-common';
import { LineageView } from '../access/LineageView';
import { GraphStore } from '../graph/GraphStore';
import { encodeCursor } from '../router/cursor';
import { fitSchemas, FittingSchemas } from './fitSchemas';
import { SchemaPlace, SchemaStore } from './SchemaStore';

/** Whose schemas to read. */
export type SchemaQuery = {
  /** The usual one when missing; `*` for all. */
  environment?: string;
} & (
  | { entities: readonly string[] }
  | { entities?: undefined; after?: SchemaPlace; limit: number }
);

/** An entity that the caller may see. */
interface SeenEntity {
  id: number;
  entityRef: string;
}

/**
 * Reads the schemas that the datasets of entities were last observed to have:
 * of some entities, or of those where something has changed. What the caller may
 * not see is left out.
 */
export class SchemaReader {
  readonly #defaultEnvironment: string;
  readonly #schemas: SchemaStore;
  readonly #store: GraphStore;

  constructor(options: {
    defaultEnvironment: string;
    schemas: SchemaStore;
    store: GraphStore;
  }) {
    this.#defaultEnvironment = options.defaultEnvironment;
    this.#schemas = options.schemas;
    this.#store = options.store;
  }

  async read(
    query: SchemaQuery,
    { view }: { view: LineageView },
  ): Promise<LineageSchemaPage> {
    if (query.entities) {
      const nodes = await this.#store.findShown(
        query.entities.map(entityRef => ({ kind: 'entity', entityRef })),
      );
      const seen = await this.#see(nodes, view);
      const asked = query.entities.flatMap(ref => seen.get(ref) ?? []);
      const { items, more } = await this.#fit(asked, query.environment);
      return { items, more };
    }
    return await this.#readChanged(query, view);
  }

  async #readChanged(
    query: { environment?: string; after?: SchemaPlace; limit: number },
    view: LineageView,
  ): Promise<LineageSchemaPage> {
    const { after, limit } = query;
    const changed = await this.#schemas.listChanged(after, limit + 1);
    const places = changed.places.slice(0, limit);
    const seen = await this.#see(
      places.map(({ node }) => node),
      view,
    );
    const byNode = new Map(
      [...seen.values()].map(entity => [entity.id, entity]),
    );
    const { items, more, last } = await this.#fit(
      places.flatMap(({ node }) => byNode.get(node) ?? []),
      query.environment,
    );
    const place = more
      ? places.find(({ node }) => node === last)
      : places.at(-1);
    return {
      items,
      cursor: writePlace(place ?? changed.from),
      more: more || changed.places.length > limit,
    };
  }

  /** By ref. */
  async #see(
    nodes: readonly number[],
    view: LineageView,
  ): Promise<Map<string, SeenEntity>> {
    const identities = await this.#store.readIdentities(nodes);
    const seen = view.everything ? undefined : await view.filter(identities);
    return new Map(
      identities.flatMap(({ id, entityRef }) =>
        entityRef !== undefined && (!seen || seen.has(id))
          ? [[entityRef, { id, entityRef }] as const]
          : [],
      ),
    );
  }

  /** As many of them, in their order, as fit into an answer. */
  async #fit(
    entities: readonly SeenEntity[],
    environment = this.#defaultEnvironment,
  ): Promise<{ items: LineageEntitySchemas[]; more: boolean; last?: number }> {
    const heads = await this.#schemas.readHeads(
      entities.map(({ id }) => id),
      await this.#store.findEnvironments(environment),
    );
    const fitting = fitSchemas(
      entities.map(({ id }) => ({ id, heads: heads.get(id) ?? [] })),
    );
    const facets = await this.#schemas.readFacets(
      fitting.flatMap(entity => entity.heads.map(({ digest }) => digest)),
    );
    return {
      items: fitting.map((entity, index) =>
        toItem(entities[index].entityRef, entity, facets),
      ),
      more: fitting.length < entities.length,
      last: fitting.at(-1)?.id,
    };
  }
}

function toItem(
  entityRef: string,
  { heads, truncated }: FittingSchemas,
  facets: ReadonlyMap<string, unknown>,
): LineageEntitySchemas {
  return {
    entityRef,
    schemas: heads.map(
      ({ namespace, name, environment, observedAt, digest }) => ({
        namespace,
        name,
        environment,
        observedAt,
        digest,
        facet: facets.get(digest) ?? null,
      }),
    ),
    ...(truncated && { truncated: true as const }),
  };
}

function writePlace({ epoch, node }: SchemaPlace): string {
  return encodeCursor([`${epoch}`, `${node}`]);
}
