/** What decides whether a node may be seen. */
export interface NodeIdentity {
  id: number;
  kind: 'entity' | 'dataset' | 'job';
  /** Of an entity. */
  entityRef?: string;
}

/** What the catalog says about an entity. */
export interface EntityFacts {
  kind: string;
  title?: string;
  type?: string;
  lifecycle?: string;
  /** Entity ref of the owner. */
  owner?: string;
}

/** An entity that a search found. */
export interface FoundEntity {
  entityRef: string;
  name: string;
}

/** What of the graph one caller may see. */
export interface LineageView {
  /** Nothing is hidden from the caller, so nothing needs to be asked. */
  readonly everything: boolean;
  /** Ids of those of some nodes that may be seen. */
  filter(nodes: readonly NodeIdentity[]): Promise<Set<number>>;
  /** What the catalog says about those of some entities that may be seen. */
  describe(entityRefs: Iterable<string>): Promise<Map<string, EntityFacts>>;
  /** Some entities that may be seen, of these kinds, with a word in their names. */
  search(word: string, kinds: readonly string[]): Promise<FoundEntity[]>;
}
