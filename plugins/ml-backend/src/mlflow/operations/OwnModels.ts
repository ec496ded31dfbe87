import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  PORTAL_HOME,
  toEntityName,
  toEntityNames,
} from '@understudy/plugin-ml-common';
import { ModelAccess } from '../../models/ModelAccess';
import { SubjectStore } from '../../subjects/SubjectStore';
import { subjectEntityOf } from '../../subjects/subjectEntityOf';
import { ModelResolver, RegisteredModel } from '../access/ModelResolver';
import { RegistryCaller } from '../access/RegistryCaller';
import { MlflowError } from '../protocol/MlflowError';
import { ModelReader } from '../records/ModelReader';
import { ModelWriter, NewModel } from '../records/ModelWriter';
import { StoredModel } from '../records/portalRows';

const NAMESPACE = 'default';
const OWNER_TAG = 'owner';

/** A registered model that the caller may change. */
export type OwnModel = RegisteredModel & { record: StoredModel };

/**
 * The registered models whose versions the portal keeps, for whoever may change
 * them; and how new ones come to their Models.
 */
export class OwnModels {
  readonly #access: ModelAccess;
  readonly #reader: ModelReader;
  readonly #resolver: ModelResolver;
  readonly #serverUrl: (server: string) => string | undefined;
  readonly #subjects: SubjectStore;
  readonly #writer: ModelWriter;

  constructor(options: {
    access: ModelAccess;
    reader: ModelReader;
    resolver: ModelResolver;
    /** Where people find a registry server. */
    serverUrl: (server: string) => string | undefined;
    subjects: SubjectStore;
    writer: ModelWriter;
  }) {
    this.#access = options.access;
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
    const model = await this.#resolver.get(name, caller);
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
    const owner = await caller.ownerOfNew(readOwner(tags));
    const entityName = await this.#freeEntityName(name, caller);
    const subject = await this.#subjects.ensure({
      ref: refOf(entityName),
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
      `The home of '${record?.name ?? name}' (${ref}) is the registry '${home}'; the portal only reads it. Set the registry URI to that server${url ? `, ${url},` : ''} to change it`,
    );
  }

  /**
   * The name of the Model for a record. Names that the catalog could not tell
   * apart get a hash; a name that somebody else's Model has is taken.
   */
  async #freeEntityName(name: string, caller: RegistryCaller): Promise<string> {
    const plain = toEntityName(name);
    const occupant = await this.#findOccupant(plain, caller);
    if (occupant === undefined) {
      return plain;
    }
    const [, distinct] = toEntityNames([occupant, name]);
    if (
      distinct === plain ||
      (await this.#findOccupant(distinct, caller)) !== undefined
    ) {
      throw alreadyExists(name, `'${refOf(plain)}' is another model`);
    }
    return distinct;
  }

  /** Name of what has a ref already, or had it and left its history. */
  async #findOccupant(
    entityName: string,
    caller: RegistryCaller,
  ): Promise<string | undefined> {
    const ref = refOf(entityName);
    const entity: Entity | undefined =
      await this.#access.getModelForBackgroundWork(ref);
    if (entity) {
      return entity.metadata.name;
    }
    const [record] = await this.#reader.findOfModel(ref, PORTAL_HOME);
    if (record?.own) {
      return record.own.entityName;
    }
    const subject = await this.#subjects.findByRef(ref);
    const isTheirs =
      subject?.lastOwner !== undefined &&
      (await caller.owns(subject.lastOwner));
    return subject && !isTheirs ? entityName : undefined;
  }
}

function refOf(entityName: string): string {
  return stringifyEntityRef({
    kind: 'model',
    namespace: NAMESPACE,
    name: entityName,
  });
}

function readOwner(tags: ReadonlyMap<string, string>): string | undefined {
  const owner = tags.get(OWNER_TAG)?.trim().toLowerCase();
  if (!owner) {
    return undefined;
  }
  const match = /^(?:(group|user):)?(?:([a-z0-9_.-]+)\/)?([a-z0-9_.-]+)$/.exec(
    owner,
  );
  if (!match) {
    throw new MlflowError(
      'INVALID_PARAMETER_VALUE',
      `tags.owner is '${owner}', which is not the ref of a group or user, such as group:default/payments`,
    );
  }
  const [, kind = 'group', namespace = 'default', ownerName] = match;
  return `${kind}:${namespace}/${ownerName}`;
}

function alreadyExists(name: string, why?: string): MlflowError {
  return new MlflowError(
    'RESOURCE_ALREADY_EXISTS',
    `Registered model '${name}' already exists${why ? `: ${why}` : ''}`,
  );
}
