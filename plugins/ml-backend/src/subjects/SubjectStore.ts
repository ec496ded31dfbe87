/**
 * What versions, promotions and ledger entries hang off. It stands for an
 * entity through renames and outlives its deletion.
 */
export interface Subject {
  /** ULID, never changes. */
  id: string;
  /** The entity's ref now, or its last one. */
  ref: string;
  previousRefs: string[];
  /** The owner when the entity was last seen. */
  lastOwner?: string;
  /** Set while the entity is not in the catalog, ISO 8601. */
  deletedAt?: string;
}

/** What is known of the entity when its subject is asked for. */
export interface SubjectEntity {
  ref: string;
  /** Refs the entity had before, from its annotation. */
  previousRefs: string[];
  owner?: string;
}

/** Gives entities their immutable ids. */
export interface SubjectStore {
  /** The subject of an entity ref in use now; no subject is made. */
  findByRef(ref: string): Promise<Subject | undefined>;

  /** As `findByRef`, for many at once. */
  findByRefs(refs: readonly string[]): Promise<Map<string, Subject>>;

  /** Subjects by their ids. */
  findByIds(ids: readonly string[]): Promise<Map<string, Subject>>;

  /**
   * The subject of an entity, made on first use. An entity that names a
   * former ref takes over the subject of that ref.
   */
  ensure(entity: SubjectEntity): Promise<Subject>;

  /** Up to `limit` subjects in the order of their ids, after one of them. */
  list(options: { after?: string; limit: number }): Promise<Subject[]>;

  /**
   * Gives a subject its entity's new ref. Answers false when the new ref has
   * a subject with a history of its own: the two are then left apart.
   */
  rename(id: string, ref: string): Promise<boolean>;

  /** Notes whether the entities exist and who owns them. */
  setPresence(
    changes: { id: string; owner?: string; present: boolean }[],
  ): Promise<void>;
}
