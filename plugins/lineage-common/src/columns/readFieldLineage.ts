/**
 * One field that another one is made from, as a facet says. An empty name
 * stands for the dataset as a whole.
 *
 * @public
 */
export interface StatedFieldEdge {
  input: { namespace: string; name: string; field: string };
  output: string;
  /** 1: the value is passed on, 2: it decides something, 3: both. */
  kind: number;
}

/** Of one facet; what it has more is left out. */
const MOST_EDGES = 20_000;

const DIRECT = 1;
const INDIRECT = 2;

type JsonMap = Record<string, unknown>;

/** The same two fields may be named more than once, in different roles. */
class FieldEdges {
  readonly #edges = new Map<string, StatedFieldEdge>();

  addAll(inputs: unknown, output: string, usual: number): void {
    for (const item of Array.isArray(inputs) ? inputs : []) {
      const value = toMap(item);
      const { namespace, name, field, type } = value ?? {};
      if (
        !value ||
        type === 'JOB' ||
        typeof namespace !== 'string' ||
        typeof name !== 'string'
      ) {
        continue;
      }
      this.#add(
        { namespace, name, field: typeof field === 'string' ? field : '' },
        output,
        kindOf(value.transformations, usual),
      );
    }
  }

  list(): StatedFieldEdge[] {
    return [...this.#edges.values()];
  }

  #add(input: StatedFieldEdge['input'], output: string, kind: number): void {
    const key = JSON.stringify([input, output]);
    const known = this.#edges.get(key);
    if (known) {
      known.kind |= kind;
    } else if (this.#edges.size < MOST_EDGES) {
      this.#edges.set(key, { input, output, kind });
    }
  }
}

/**
 * What the fields of a dataset are made from, by its facets: by the explicit
 * `lineage` facet where there is one, else by `columnLineage`. What cannot be
 * read is left out: events are checked when they come in.
 *
 * @public
 */
export function fieldsOfDataset(facets: {
  columnLineage?: unknown;
  lineage?: unknown;
}): StatedFieldEdge[] {
  const explicit = toMap(facets.lineage);
  if (explicit && (explicit.inputs ?? explicit.fields) !== undefined) {
    return fieldsOfExplicit(explicit);
  }
  const { fields, dataset } = toMap(facets.columnLineage) ?? {};
  const edges = new FieldEdges();
  for (const [output, value] of Object.entries(toMap(fields) ?? {})) {
    edges.addAll(toMap(value)?.inputFields, output, DIRECT);
  }
  // What the whole depends on: filters, joins, sorting.
  edges.addAll(dataset, '', INDIRECT);
  return edges.list();
}

/**
 * What the fields of datasets are made from, by the explicit `lineage` facet of
 * a job.
 *
 * @public
 */
export function fieldsOfEntries(
  facet: unknown,
): { namespace: string; name: string; edges: StatedFieldEdge[] }[] {
  const entries = toMap(facet)?.entries;
  return (Array.isArray(entries) ? entries : []).flatMap(entry => {
    const value = toMap(entry);
    const { namespace, name, type } = value ?? {};
    if (
      !value ||
      type === 'JOB' ||
      typeof namespace !== 'string' ||
      typeof name !== 'string'
    ) {
      return [];
    }
    const edges = fieldsOfExplicit(value);
    return edges.length > 0 ? [{ namespace, name, edges }] : [];
  });
}

function fieldsOfExplicit({ inputs, fields }: JsonMap): StatedFieldEdge[] {
  const edges = new FieldEdges();
  for (const [output, value] of Object.entries(toMap(fields) ?? {})) {
    edges.addAll(toMap(value)?.inputs, output, DIRECT);
  }
  // Whole datasets made from whole datasets are connections of another kind.
  edges.addAll(
    (Array.isArray(inputs) ? inputs : []).filter(
      input => typeof toMap(input)?.field === 'string',
    ),
    '',
    INDIRECT,
  );
  return edges.list();
}

function kindOf(transformations: unknown, usual: number): number {
  const types = (Array.isArray(transformations) ? transformations : []).map(
    transformation => toMap(transformation)?.type,
  );
  const kind =
    (types.includes('DIRECT') ? DIRECT : 0) |
    (types.includes('INDIRECT') ? INDIRECT : 0);
  return kind === 0 ? usual : kind;
}

function toMap(value: unknown): JsonMap | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : undefined;
}
