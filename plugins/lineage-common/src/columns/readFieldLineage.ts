import { MAX_FIELD_EDGES } from '../openlineage/limits';
import { bitsOfTransformation, FIELD_KIND } from './fieldKinds';

/**
 * One field that another one is made from, as a facet says. An empty name
 * stands for the dataset as a whole.
 *
 * @public
 */
export interface StatedFieldEdge {
  input: { namespace: string; name: string; field: string };
  output: string;
  /**
   * Bits: 1 when the value is passed on, 2 when it decides something; further ones
   * say how it decides, for `influencesOf`.
   */
  kind: number;
}

const { direct: DIRECT, indirect: INDIRECT } = FIELD_KIND;

type JsonMap = Record<string, unknown>;

/**
 * What one facet says about the fields of a dataset.
 *
 * @public
 */
export interface StatedFields {
  edges: StatedFieldEdge[];
  /**
   * Something is missing, because it is too much: datasets that it may be about,
   * besides the one whose fields these are.
   */
  cut?: { namespace: string; name: string }[];
}

/** The same two fields may be named more than once, in different roles. */
class FieldEdges {
  readonly #edges = new Map<string, StatedFieldEdge>();
  readonly #cut = new Map<string, { namespace: string; name: string }>();

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

  /** @param options.isCut - the facet has lost something before it was stored */
  toStated(options: { isCut: boolean; named: unknown }): StatedFields {
    const edges = [...this.#edges.values()];
    if (options.isCut) {
      this.#cutNames(options.named);
    }
    return options.isCut || this.#cut.size > 0
      ? { edges, cut: [...this.#cut.values()] }
      : { edges };
  }

  /** Of what was cut there are names without fields. */
  #cutNames(named: unknown): void {
    for (const item of Array.isArray(named) ? named : []) {
      const { namespace, name, type, field } = toMap(item) ?? {};
      if (
        type !== 'JOB' &&
        field === undefined &&
        typeof namespace === 'string' &&
        typeof name === 'string'
      ) {
        this.#addCut({ namespace, name });
      }
    }
  }

  #addCut({ namespace, name }: { namespace: string; name: string }): void {
    this.#cut.set(JSON.stringify([namespace, name]), { namespace, name });
  }

  #add(input: StatedFieldEdge['input'], output: string, kind: number): void {
    const key = JSON.stringify([input, output]);
    const known = this.#edges.get(key);
    if (known) {
      known.kind |= kind;
    } else if (this.#edges.size < MAX_FIELD_EDGES) {
      this.#edges.set(key, { input, output, kind });
    } else {
      this.#addCut(input);
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
}): StatedFields {
  const explicit = toMap(facets.lineage);
  if (explicit && (explicit.inputs ?? explicit.fields) !== undefined) {
    return fieldsOfExplicit(explicit, isCut(explicit));
  }
  const columnLineage = toMap(facets.columnLineage) ?? {};
  const { fields, dataset } = columnLineage;
  const edges = new FieldEdges();
  for (const [output, value] of Object.entries(toMap(fields) ?? {})) {
    edges.addAll(toMap(value)?.inputFields, output, DIRECT);
  }
  // What the whole depends on: filters, joins, sorting.
  edges.addAll(withField(dataset), '', INDIRECT);
  return edges.toStated({ isCut: isCut(columnLineage), named: dataset });
}

/**
 * What the fields of datasets are made from, by the explicit `lineage` facet of
 * a job.
 *
 * @public
 */
export function fieldsOfEntries(
  facet: unknown,
): (StatedFields & { namespace: string; name: string })[] {
  const job = toMap(facet) ?? {};
  const { entries } = job;
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
    const stated = fieldsOfExplicit(value, isCut(job));
    return stated.edges.length > 0 || stated.cut
      ? [{ namespace, name, ...stated }]
      : [];
  });
}

/** See `sanitizeOpenLineageEvent`: connections are missing of a facet that was too big. */
function isCut({ _truncated, _fieldsLeftOut }: JsonMap): boolean {
  return _truncated === true && typeof _fieldsLeftOut === 'number';
}

function fieldsOfExplicit(
  { inputs, fields }: JsonMap,
  isFacetCut: boolean,
): StatedFields {
  const edges = new FieldEdges();
  for (const [output, value] of Object.entries(toMap(fields) ?? {})) {
    edges.addAll(toMap(value)?.inputs, output, DIRECT);
  }
  // Whole datasets made from whole datasets are connections of another kind.
  edges.addAll(withField(inputs), '', INDIRECT);
  return edges.toStated({ isCut: isFacetCut, named: inputs });
}

/** The others are but names. */
function withField(inputs: unknown): unknown[] {
  return (Array.isArray(inputs) ? inputs : []).filter(
    input => typeof toMap(input)?.field === 'string',
  );
}

function kindOf(transformations: unknown, usual: number): number {
  const list = Array.isArray(transformations) ? transformations : [];
  const kind = list.reduce((bits: number, transformation) => {
    const { type, subtype } = toMap(transformation) ?? {};
    return bits | bitsOfTransformation(type, subtype);
  }, 0);
  return kind === 0 ? usual : kind;
}

function toMap(value: unknown): JsonMap | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : undefined;
}
