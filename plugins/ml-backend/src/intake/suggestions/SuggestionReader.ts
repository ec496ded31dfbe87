import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ANNOTATION_REGISTRY_NAME,
  IntakeSuggestion,
  ModelEntity,
} from '@understudy/plugin-ml-common';
import { inBatches } from '../../database/inBatches';
import { ownerOf } from '../../models/ModelAccess';
import { ModelIndex } from '../../models/ModelIndex';
import { ReadScope } from '../../models/readScope';
import { VisibleRecord, VisibleRecords } from '../records/VisibleRecords';
import { normalizeName } from './normalizeName';
import {
  KnownGroup,
  KnownModel,
  ownerTagsOf,
  RecordToPlace,
  suggestDecisions,
} from './suggestDecisions';

/** Models of one name that are looked at. */
const MAX_NAMESAKES = 10;
/** Longer tags name no group. */
const MAX_GROUP_NAME = 100;
/** Names of groups that are asked for at once. */
const GROUPS_AT_ONCE = 100;
/** Groups that are read at once; a name or title has few. */
const MAX_GROUPS = 500;

/**
 * Looks up the groups and Models that suggestions are made of, for many records
 * at once. Only what the caller may see is suggested.
 */
export class SuggestionReader {
  readonly #catalog: CatalogService;
  readonly #index: ModelIndex;
  readonly #visible: VisibleRecords;

  constructor(options: {
    catalog: CatalogService;
    index: ModelIndex;
    visible: VisibleRecords;
  }) {
    this.#catalog = options.catalog;
    this.#index = options.index;
    this.#visible = options.visible;
  }

  /** Suggestions for each record, by the id of its row. */
  async read(
    records: readonly VisibleRecord[],
    scope: ReadScope,
  ): Promise<Map<string, IntakeSuggestion[]>> {
    if (records.length === 0 || scope.entities === 'none') {
      return new Map();
    }
    const wanted = records.map(({ row }) => ({ id: row.id, ...toPlace(row) }));
    const known = {
      groups: await this.#readGroups(wanted, scope),
      models: await this.#readModels(wanted, scope),
    };
    return new Map(wanted.map(one => [one.id, suggestDecisions(one, known)]));
  }

  async #readGroups(
    records: readonly RecordToPlace[],
    scope: ReadScope,
  ): Promise<KnownGroup[]> {
    const values = new Set(
      records.flatMap(({ tags }) =>
        ownerTagsOf(tags)
          .map(({ value }) => value.trim())
          .filter(value => value.length <= MAX_GROUP_NAME),
      ),
    );
    const groups: KnownGroup[] = [];
    for (const $in of inBatches([...values], GROUPS_AT_ONCE)) {
      const { items } = await this.#catalog.queryEntities(
        {
          // The catalog compares without regard to letter case.
          query: {
            $all: [
              { kind: 'Group' },
              {
                $any: [
                  { 'metadata.name': { $in } },
                  { 'metadata.title': { $in } },
                ],
              },
            ],
          },
          fields: [
            'kind',
            'metadata.name',
            'metadata.namespace',
            'metadata.title',
          ],
          limit: MAX_GROUPS,
        },
        { credentials: scope.credentials },
      );
      groups.push(...items.map(toKnownGroup));
    }
    return groups;
  }

  async #readModels(
    records: readonly RecordToPlace[],
    scope: ReadScope,
  ): Promise<KnownModel[]> {
    const namesakes = await this.#index.findByMatchNames(
      records.map(({ name }) => normalizeName(name)).filter(Boolean),
      MAX_NAMESAKES,
    );
    const models = await this.#visible.readModels(
      namesakes.map(({ ref }) => ref),
      scope,
    );
    return [...models].map(([ref, entity]) => toKnownModel(ref, entity));
  }
}

function toPlace(row: VisibleRecord['row']): RecordToPlace {
  return {
    name: row.name,
    kind: row.kind,
    tags: JSON.parse(row.hint_tags),
    model: row.model,
  };
}

function toKnownGroup(entity: Entity): KnownGroup {
  const { name, title } = entity.metadata;
  return { ref: stringifyEntityRef(entity), name, title };
}

function toKnownModel(ref: string, entity: ModelEntity): KnownModel {
  const { name, title, annotations } = entity.metadata;
  return {
    ref,
    name: annotations?.[ANNOTATION_REGISTRY_NAME] ?? name,
    title: title ?? name,
    type: entity.spec.type,
    owned: ownerOf(entity) !== undefined,
  };
}
