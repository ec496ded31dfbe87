import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  ANNOTATION_IMPORTED_BY,
  isModelEntity,
  ModelEntity,
  modelHome,
  PORTAL_HOME,
  toEntityName,
} from '@understudy/plugin-ml-common';
import {
  PORTAL_MODEL_PROVIDER,
  toPortalModel,
} from '@understudy/plugin-ml-node';
import { ModelAccess } from '../../models/ModelAccess';
import { ModelIndex } from '../../models/ModelIndex';
import { MlflowError } from '../protocol/MlflowError';
import { ModelReader } from '../records/ModelReader';
import { StoredModel } from '../records/portalRows';
import { RegistryCaller } from './RegistryCaller';

/** A registered model that a caller may see. */
export interface RegisteredModel {
  /** Its name in the registry, verbatim. */
  name: string;
  /** Entity ref of its Model. */
  ref: string;
  /** As the catalog holds it, or will once it was told. */
  entity: ModelEntity;
  /** See `modelHome`. */
  home: string | undefined;
  /** Missing while nobody has registered a version of a Model of the catalog. */
  record?: StoredModel;
  /** The catalog has not been told yet; only those see it who may change it. */
  pending: boolean;
}

/**
 * Finds out what a name means to a caller: a record of the portal, a record of
 * a registry server, or a Model of the catalog whose versions the portal keeps.
 * A name that may mean several things means none of them.
 */
export class ModelResolver {
  readonly #access: ModelAccess;
  readonly #index: Pick<ModelIndex, 'findOwners'>;
  readonly #reader: ModelReader;

  constructor(options: {
    access: ModelAccess;
    index: Pick<ModelIndex, 'findOwners'>;
    reader: ModelReader;
  }) {
    this.#access = options.access;
    this.#index = options.index;
    this.#reader = options.reader;
  }

  /** Throws MlflowError when there is none, or none that they may see. */
  async get(name: string, caller: RegistryCaller): Promise<RegisteredModel> {
    const found = await this.find(name, caller);
    if (!found) {
      throw new MlflowError(
        'RESOURCE_DOES_NOT_EXIST',
        `Registered model '${name}' does not exist, or you may not see it`,
      );
    }
    return found;
  }

  /** Throws MlflowError, naming them, when it may be several. */
  async find(
    name: string,
    caller: RegistryCaller,
  ): Promise<RegisteredModel | undefined> {
    const own = await this.#reader.findOwn(name);
    const isOwn = own !== undefined && !own.goneSince;
    const candidates = [
      ...(isOwn ? (await this.openAll([own], caller)).values() : []),
      ...(await this.#ofServers(name, caller)),
      // A record's name counts more than that of a Model without one.
      ...(isOwn ? [] : await this.#ofCatalog(name, caller)),
    ];
    const distinct = [
      ...new Map(
        candidates.map(found => [found.record?.id ?? found.ref, found]),
      ).values(),
    ];
    if (distinct.length > 1) {
      const names = distinct.map(({ ref, record }) =>
        record
          ? `'${ref}' (record '${record.name}' of '${record.server}')`
          : `'${ref}'`,
      );
      throw new MlflowError(
        'RESOURCE_CONFLICT',
        `name '${name}' may mean several models: ${names.join(', ')}. Say in the YAML of one of them which record is its own, or rename a record`,
      );
    }
    return distinct[0];
  }

  /** Those of some records that a caller may see, by their ids. */
  async openAll(
    records: readonly StoredModel[],
    caller: RegistryCaller,
  ): Promise<Map<string, RegisteredModel>> {
    const readable = await caller.findReadable(records.map(({ ref }) => ref));
    const opened = new Map<string, RegisteredModel>();
    for (const record of records) {
      const known = readable.get(record.ref);
      const found = known
        ? { entity: known, pending: false }
        : await this.#openPending(record, caller);
      if (found && isModelEntity(found.entity)) {
        const { entity, pending } = found;
        opened.set(record.id, {
          name: record.name,
          ref: record.ref,
          entity,
          home: modelHome(entity),
          record,
          pending,
        });
      }
    }
    return opened;
  }

  /**
   * The ids of those of some records that a caller may see in a list. Those who
   * may see every Model see what the index has; only of others is the catalog asked.
   */
  async findShown(
    records: readonly StoredModel[],
    caller: RegistryCaller,
  ): Promise<Set<string>> {
    const indexed = (await caller.seesAll())
      ? await this.#index.findOwners(records.map(({ ref }) => ref))
      : new Map<string, string>();
    const others = records.filter(({ ref }) => !indexed.has(ref));
    const opened =
      others.length > 0 ? await this.openAll(others, caller) : new Map();
    return new Set(
      records
        .filter(({ id, ref }) => indexed.has(ref) || opened.has(id))
        .map(({ id }) => id),
    );
  }

  async #ofServers(
    name: string,
    caller: RegistryCaller,
  ): Promise<RegisteredModel[]> {
    const records = await this.#reader.findElsewhere(name);
    return [...(await this.openAll(records, caller)).values()];
  }

  async #ofCatalog(
    name: string,
    caller: RegistryCaller,
  ): Promise<RegisteredModel[]> {
    const entities = await caller.findByName(toEntityName(name));
    const found: RegisteredModel[] = [];
    for (const entity of entities.filter(isModelEntity)) {
      const ref = stringifyEntityRef(entity);
      const home = modelHome(entity);
      const records = await this.#reader.findOfModel(ref, home ?? '');
      if (home !== PORTAL_HOME) {
        found.push(
          ...records.map(record => ({
            name: record.name,
            ref,
            entity,
            home,
            record,
            pending: false,
          })),
        );
      } else if (records.length === 0 && !isEmitted(entity)) {
        // With a record it goes by the record's name, which may be another;
        // one that was emitted for a record goes with it, some seconds later.
        found.push({ name, ref, entity, home, pending: false });
      }
    }
    return found;
  }

  /**
   * A model that was just registered, and of which the catalog is told within
   * seconds: until then it is there for its owner and for whoever made it.
   */
  async #openPending(
    record: StoredModel,
    caller: RegistryCaller,
  ): Promise<{ entity: Entity; pending: boolean } | undefined> {
    const { own, ref } = record;
    if (
      !own?.emitted ||
      !(
        own.createdBy === caller.account || (await caller.owns(own.owner ?? ''))
      )
    ) {
      return undefined;
    }
    if (await this.#access.getModelForBackgroundWork(ref)) {
      // The catalog may have come to hold it since the caller's own look.
      const entity = (await caller.findReadable([ref])).get(ref);
      return entity && { entity, pending: false };
    }
    const entity = {
      ...toPortalModel({
        name: record.name,
        kind: record.kind,
        namespace: 'default',
        entityName: own.entityName,
        description: record.description,
        tags: [],
      }),
      relations: own.owner ? [{ type: 'ownedBy', targetRef: own.owner }] : [],
    };
    return { entity, pending: true };
  }
}

function isEmitted({ metadata }: Entity): boolean {
  return (
    metadata.annotations?.[ANNOTATION_IMPORTED_BY] === PORTAL_MODEL_PROVIDER
  );
}
