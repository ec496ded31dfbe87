import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { PORTAL_HOME, toEntityName } from '@understudy/plugin-ml-common';
import { SubjectStore } from '../../subjects/SubjectStore';
import { subjectEntityOf } from '../../subjects/subjectEntityOf';
import { ModelResolver, RegisteredModel } from '../access/ModelResolver';
import { RegistryCaller } from '../access/RegistryCaller';
import { MlflowError } from '../protocol/MlflowError';
import { ModelReader } from '../records/ModelReader';
import { ModelWriter, NewModel } from '../records/ModelWriter';
import { StoredModel } from '../records/portalRows';
import { EntityNames, refOfEntityName } from './EntityNames';
import { readOwner } from './readOwner';

/** A registered model that the caller may change. */
export type OwnModel = RegisteredModel & { record: StoredModel };

/**
 * The registered models whose versions the portal keeps, for whoever may change
 * them; and how new ones come to their Models.
 */
export class OwnModels {
  readonly #findByName: (name: string) => Promise<Entity[]>;
  readonly #names: EntityNames;
  readonly #reader: ModelReader;
  readonly #resolver: ModelResolver;
  readonly #serverUrl: (server: string) => string | undefined;
  readonly #subjects: SubjectStore;
  readonly #writer: ModelWriter;

  constructor(options: {
    names: EntityNames;
    /** All Models with a name, whoever may see them. */
    findByName: (name: string) => Promise<Entity[]>;
    reader: ModelReader;
    resolver: ModelResolver;
    /** Where people find a registry server. */
    serverUrl: (server: string) => string | undefined;
    subjects: SubjectStore;
    writer: ModelWriter;
  }) {
    this.#names = options.names;
    this.#findByName = options.findByName;
    this.#reader = options.reader;
    this.#resolver = options.resolver;
    this.#serverUrl = options.serverUrl;
    this.#subjects = options.subjects;
    this.#writer = options.writer;
  }

  /**
   * A model to be changed. One that the catalog holds gets its record now.
   * Throws MlflowError when there is none or a server is its home, and
   * NotAllowedError when the caller may not change it.
   */
  async require(name: string, caller: RegistryCaller): Promise<OwnModel> {
    return await this.open(await this.#resolver.get(name, caller), caller);
  }

  /** As `require`, for a model that was looked up before. */
  async open(
    model: RegisteredModel,
    caller: RegistryCaller,
  ): Promise<OwnModel> {
    this.#requirePortalHome(model);
    // A model that is pending is only seen by those who may change it.
    if (!model.pending) {
      await caller.requireChange(model.entity);
    }
    return {
      ...model,
      record: model.record ?? (await this.#adopt(model, caller)),
    };
  }

  /** Registers a model that neither the catalog nor a registry holds. */
  async create(
    model: {
      name: string;
      description?: string;
      tags: ReadonlyMap<string, string>;
    },
    caller: RegistryCaller,
  ): Promise<StoredModel> {
    const { name, description, tags } = model;
    const kind =
      tags.get('mlflow.prompt.is_prompt') === 'true' ? 'prompt' : 'model';
    const own = await this.#reader.findOwn(name);
    if (own) {
      return await this.#createAgain(own, { kind, description, tags }, caller);
    }
    const found = await this.#resolver.find(name, caller);
    if (found) {
      throw alreadyExists(name, `it is '${found.ref}' in the catalog`);
    }
    await this.requireFreeName(name);
    const owner = await caller.ownerOfNew(readOwner(tags));
    const entityName = await this.#names.findFree(name, caller);
    if (entityName === undefined) {
      throw alreadyExists(
        name,
        `'${refOfEntityName(toEntityName(name))}' is another model`,
      );
    }
    const subject = await this.#subjects.ensure({
      ref: refOfEntityName(entityName),
      previousRefs: [],
      owner,
    });
    return await this.#writer.create(
      {
        name,
        kind,
        description,
        tags,
        subjectId: subject.id,
        emitted: true,
        entityName,
        owner,
      },
      caller,
    );
  }

  /**
   * Throws MlflowError for a name that means something to anybody: whoever
   * could take it would be loaded in place of what others mean by it.
   */
  async requireFreeName(name: string): Promise<void> {
    const own = await this.#reader.findOwn(name);
    if (
      (own && !own.goneSince) ||
      (await this.#reader.findElsewhere(name)).length > 0
    ) {
      throw alreadyExists(name);
    }
    for (const entity of await this.#findByName(toEntityName(name))) {
      const ref = stringifyEntityRef(entity);
      // One with a record goes by the record's name.
      if ((await this.#reader.findOfModel(ref, PORTAL_HOME)).length === 0) {
        throw alreadyExists(name);
      }
    }
  }

  /** A name that was deleted is given again to those who could delete it. */
  async #createAgain(
    own: StoredModel,
    model: Pick<NewModel, 'kind' | 'description' | 'tags'>,
    caller: RegistryCaller,
  ): Promise<StoredModel> {
    const opened = (await this.#resolver.openAll([own], caller)).get(own.id);
    if (!own.goneSince || !opened || !own.own) {
      throw alreadyExists(own.name);
    }
    if (!opened.pending) {
      await caller.requireChange(opened.entity);
    }
    return await this.#writer.create(
      {
        ...model,
        name: own.name,
        subjectId: own.subjectId,
        emitted: own.own.emitted,
        entityName: own.own.entityName,
        owner: own.own.owner,
      },
      caller,
    );
  }

  async #adopt(
    model: RegisteredModel,
    caller: RegistryCaller,
  ): Promise<StoredModel> {
    const subject = await this.#subjects.ensure(subjectEntityOf(model.entity));
    try {
      return await this.#writer.create(
        {
          name: model.name,
          kind: 'model',
          description: model.entity.metadata.description,
          tags: new Map(),
          subjectId: subject.id,
          emitted: false,
          entityName: model.entity.metadata.name,
        },
        caller,
      );
    } catch (error) {
      // Somebody else was faster.
      const own = await this.#reader.findOwn(model.name);
      if (own && !own.goneSince && own.ref === model.ref) {
        return own;
      }
      throw error;
    }
  }

  #requirePortalHome({ name, ref, home, record }: RegisteredModel): void {
    if (home === PORTAL_HOME) {
      return;
    }
    if (home === undefined) {
      throw new MlflowError(
        'RESOURCE_CONFLICT',
        `Several registries hold '${ref}' and it does not say which is its home; set spec.home`,
      );
    }
    const url = this.#serverUrl(home);
    throw new MlflowError(
      'RESOURCE_CONFLICT',
      `The home of '${record?.name ?? name}' (${ref}) is the registry '${home}'; the portal does not change it in this way. Set the registry URI to that server${url ? `, ${url},` : ''} to change it`,
    );
  }
}

function alreadyExists(name: string, why?: string): MlflowError {
  return new MlflowError(
    'RESOURCE_ALREADY_EXISTS',
    `Registered model '${name}' already exists${why ? `: ${why}` : ''}`,
  );
}
