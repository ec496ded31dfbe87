import { isMap, JsonMap } from '../reading/checks';
import { LIMITS, MAX_FIELD_EDGES } from '../limits';

/** Of all connections between fields that are kept of one facet, in JSON. */
const MOST_BYTES = 1024 * 1024;
/** Half of what reading takes, so that names fit behind them. */
const MOST_OF_LIST = LIMITS.lineageEntries / 2;

/**
 * Room for the connections between fields of one facet that is too big. They are
 * kept in short, in their order, until there are too many; of the others only
 * the names remain. What was kept once fits again.
 */
export class FieldRoom {
  #edges = MAX_FIELD_EDGES;
  #bytes = MOST_BYTES;
  #left = 0;

  /** How many connections there was no room for. */
  get left(): number {
    return this.#left;
  }

  /**
   * Sources of fields, by field, as far as there is room.
   *
   * @param key - where a field lists its sources
   * @param names - takes what is named without being kept
   */
  keepFields(fields: unknown, key: string, names: NameList): JsonMap {
    const kept: [string, JsonMap][] = [];
    for (const [field, value] of isMap(fields) ? Object.entries(fields) : []) {
      const inputs = isMap(value) ? value[key] : undefined;
      const list = this.keepInputs(inputs, names, {
        isEdge: input => input.type !== 'JOB',
        target: field,
      });
      if (list.length > 0) {
        kept.push([field, { [key]: list }]);
      }
    }
    return Object.fromEntries(kept);
  }

  /** Sources, as far as there is room. What is no connection of fields is only named. */
  keepInputs(
    inputs: unknown,
    names: NameList,
    options: { isEdge: (input: JsonMap) => boolean; target: string },
  ): JsonMap[] {
    const kept: JsonMap[] = [];
    for (const input of Array.isArray(inputs) ? inputs : []) {
      if (!isMap(input) || !options.isEdge(input)) {
        names.add(input);
        continue;
      }
      const short = shorten(input);
      if (
        kept.length < MOST_OF_LIST &&
        this.#take(short, kept.length === 0 ? options.target : '')
      ) {
        kept.push(short);
      } else {
        this.#left += 1;
        names.add(input);
      }
    }
    return kept;
  }

  /** After the first that does not fit there is room for none. */
  #take(input: JsonMap, target: string): boolean {
    if (this.#edges === 0) {
      return false;
    }
    this.#bytes -= bytesOf(input) + bytesOf(target);
    if (this.#bytes < 0) {
      this.#edges = 0;
      return false;
    }
    this.#edges -= 1;
    return true;
  }
}

/** Datasets and jobs, each once. */
export class NameList {
  readonly #names = new Map<string, unknown>();

  /** What is no object stays as it is: reading says what is wrong with it. */
  add(value: unknown): void {
    const name = isMap(value) ? pickName(value) : value;
    this.#names.set(JSON.stringify(name), name);
  }

  list(): unknown[] {
    return [...this.#names.values()];
  }
}

function pickName(value: JsonMap): JsonMap {
  return Object.fromEntries(
    ['namespace', 'name', 'type']
      .filter(key => key in value)
      .map(key => [key, value[key]]),
  );
}

/** Without texts that only explain. */
function shorten(input: JsonMap): JsonMap {
  const { field, transformations } = input;
  const types = (Array.isArray(transformations) ? transformations : [])
    .map(transformation => isMap(transformation) && transformation.type)
    .filter(type => type === 'DIRECT' || type === 'INDIRECT');
  return {
    ...pickName(input),
    ...(typeof field === 'string' && { field }),
    ...(types.length > 0 && {
      transformations: [...new Set(types)].map(type => ({ type })),
    }),
  };
}

function bytesOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}
