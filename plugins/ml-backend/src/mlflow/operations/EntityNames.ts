import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  PORTAL_HOME,
  toEntityName,
  toEntityNames,
} from '@understudy/plugin-ml-common';
import { ModelAccess } from '../../models/ModelAccess';
import { SubjectStore } from '../../subjects/SubjectStore';
import { RegistryCaller } from '../access/RegistryCaller';
import { ModelReader } from '../records/ModelReader';

const NAMESPACE = 'default';

/** Finds names for the Models of records that the catalog does not hold. */
export class EntityNames {
  readonly #access: ModelAccess;
  readonly #reader: ModelReader;
  readonly #subjects: SubjectStore;

  constructor(options: {
    access: ModelAccess;
    reader: ModelReader;
    subjects: SubjectStore;
  }) {
    this.#access = options.access;
    this.#reader = options.reader;
    this.#subjects = options.subjects;
  }

  /**
   * The name of the Model for a record, or undefined when it is taken. Names
   * that the catalog could not tell apart get a hash.
   */
  async findFree(
    name: string,
    caller: RegistryCaller,
  ): Promise<string | undefined> {
    const plain = toEntityName(name);
    const occupant = await this.#findOccupant(plain, caller);
    if (occupant === undefined) {
      return plain;
    }
    const [, distinct] = toEntityNames([occupant, name]);
    const isFree =
      distinct !== plain &&
      (await this.#findOccupant(distinct, caller)) === undefined;
    return isFree ? distinct : undefined;
  }

  /** Name of what has a ref already, or had it and left its history. */
  async #findOccupant(
    entityName: string,
    caller: RegistryCaller,
  ): Promise<string | undefined> {
    const ref = refOfEntityName(entityName);
    const entity = await this.#access.getModelForBackgroundWork(ref);
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

/** The ref of a Model that the portal tells the catalog of. */
export function refOfEntityName(name: string): string {
  return stringifyEntityRef({ kind: 'model', namespace: NAMESPACE, name });
}
