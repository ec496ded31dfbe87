import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  isModelEntity,
  ModelEntity,
  RegistryRecordRef,
  registryRecordKey,
} from '@understudy/plugin-ml-common';
import { readEntities, ReadScope } from '../../models/readScope';
import { IntakeDecisionWithModel } from '../decisions/decisionRows';
import { IntakeDecisionStore } from '../decisions/IntakeDecisionStore';
import { IntakeCaller } from '../IntakeCallers';
import { IntakeRecordRow, IntakeRecordStore } from './IntakeRecordStore';

/** What is read of the Model of a record. */
const modelFields = [
  'apiVersion',
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.description',
  'metadata.annotations',
  'relations',
  'spec.type',
  'spec.lifecycle',
];

/** A record that somebody may see, with what is known of it. */
export interface VisibleRecord {
  row: IntakeRecordRow;
  /** Its Model, where the catalog has it. */
  entity: ModelEntity | undefined;
  /** What was decided about it, if anything was. */
  decision: IntakeDecisionWithModel | undefined;
}

/**
 * Lets callers see records. One whose Model the catalog has can be seen
 * exactly when the Model can; one without needs `ml.intake.read`.
 */
export class VisibleRecords {
  readonly #catalog: CatalogService;
  readonly #decisions: IntakeDecisionStore;
  readonly #records: IntakeRecordStore;

  constructor(options: {
    catalog: CatalogService;
    decisions: IntakeDecisionStore;
    records: IntakeRecordStore;
  }) {
    this.#catalog = options.catalog;
    this.#decisions = options.decisions;
    this.#records = options.records;
  }

  /** Those of some records that the caller may see, by `registryRecordKey`. */
  async find(
    refs: readonly RegistryRecordRef[],
    caller: IntakeCaller,
  ): Promise<Map<string, VisibleRecord>> {
    const rows = await this.#records.findByRefs(refs);
    const visible = await this.see([...rows.values()], caller);
    return new Map(visible.map(one => [registryRecordKey(one.row), one]));
  }

  /** Those of some rows that the caller may see, in their order. */
  async see(
    rows: readonly IntakeRecordRow[],
    caller: IntakeCaller,
  ): Promise<VisibleRecord[]> {
    const { scope, mayRead } = caller;
    const models = await this.readModels(
      rows.map(row => row.model),
      scope,
    );
    const visible = rows.filter(row => {
      // Nobody's view of the catalog is limited: it is not there any more.
      const withoutModel = !row.listed || scope.entities === 'all';
      return models.has(row.model) || (mayRead && withoutModel);
    });
    const decisions = await this.#decisions.findByRecords(visible);
    return visible.map(row => ({
      row,
      entity: models.get(row.model),
      decision: decisions.get(registryRecordKey(row)),
    }));
  }

  /** Models of the catalog that are within a scope, by ref. */
  async readModels(
    refs: Iterable<string>,
    scope: ReadScope,
  ): Promise<Map<string, ModelEntity>> {
    const entities = await readEntities(this.#catalog, refs, {
      scope,
      fields: modelFields,
    });
    const models = new Map<string, ModelEntity>();
    for (const [ref, entity] of entities) {
      if (isModelEntity(entity)) {
        models.set(ref, entity);
      }
    }
    return models;
  }
}
