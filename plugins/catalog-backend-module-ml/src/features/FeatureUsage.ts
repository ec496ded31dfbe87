import { AuthService } from '@backstage/backend-plugin-api';
import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { isModelEntity, ModelConsumption } from '@understudy/plugin-ml-common';

const PAGE_SIZE = 500;

/** The fields of a view that models read: all of them, or those listed. */
export type UsedFields = 'all' | string[];

/**
 * Knows which fields of which views are consumed by Models. It is filled from
 * the catalog now and then, because a processor must not ask other services
 * while it works.
 */
export class FeatureUsage {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  #byView: Map<string, 'all' | Set<string>> | undefined;

  static create(options: {
    auth: AuthService;
    catalog: CatalogService;
  }): FeatureUsage {
    return new FeatureUsage(options);
  }

  private constructor(options: { auth: AuthService; catalog: CatalogService }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
  }

  /** The used fields, sorted, or undefined while nothing has been read yet. */
  usedFields(viewRef: string): UsedFields | undefined {
    if (!this.#byView) {
      return undefined;
    }
    const fields = this.#byView.get(viewRef) ?? new Set<string>();
    return fields === 'all' ? 'all' : [...fields].sort();
  }

  /** Reads all Models anew. What was known stays when the reading fails. */
  async refresh(options: { signal?: AbortSignal } = {}): Promise<void> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const byView = new Map<string, 'all' | Set<string>>();
    let cursor: string | undefined;
    do {
      options.signal?.throwIfAborted();
      const page = await this.#catalog.queryEntities(
        cursor
          ? { cursor, limit: PAGE_SIZE }
          : { filter: { kind: 'Model' }, limit: PAGE_SIZE },
        { credentials },
      );
      page.items.forEach(model => addModel(byView, model));
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    this.#byView = byView;
  }
}

function addModel(byView: Map<string, 'all' | Set<string>>, model: Entity) {
  if (!isModelEntity(model)) {
    return;
  }
  for (const consumption of model.spec.consumes ?? []) {
    const viewRef = toViewRef(consumption, model);
    const known = byView.get(viewRef) ?? new Set<string>();
    if (known === 'all' || !consumption.fields) {
      byView.set(viewRef, 'all');
    } else {
      consumption.fields.forEach(field => known.add(field));
      byView.set(viewRef, known);
    }
  }
}

function toViewRef({ view }: ModelConsumption, model: Entity): string {
  return stringifyEntityRef(
    parseEntityRef(view, {
      defaultKind: 'FeatureView',
      defaultNamespace: model.metadata.namespace,
    }),
  );
}
