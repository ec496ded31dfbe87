import { JsonObject, JsonValue } from '@backstage/types';
import { CardProblem } from './types';

/** One result of a `model-index`, as far as it says what was measured on what. */
export interface ModelIndexResult {
  /** Name of the model. */
  model: string;
  task: string;
  dataset: {
    /** How hubs know it, such as `glue`. */
    type: string;
    name: string;
    config?: string;
    split?: string;
    revision?: string;
    /** Values of the rows that the result is about; see `evaluationsToModelIndex`. */
    slice?: Record<string, string>;
  };
  metrics: {
    type: string;
    name?: string;
    value: number;
    n?: number;
    ci?: [number, number];
  }[];
  source?: { name?: string; url?: string };
}

/** Reads the parts of a `model-index`, and adds what is wrong with them. */
export class ModelIndexReader {
  readonly #problems: CardProblem[];

  constructor(problems: CardProblem[]) {
    this.#problems = problems;
  }

  result(
    model: string,
    result: JsonObject,
    path: string,
  ): ModelIndexResult | undefined {
    const task = this.object(result.task, `${path}/task`);
    const dataset = this.object(result.dataset, `${path}/dataset`);
    const metrics = [...this.objects(result.metrics, `${path}/metrics`)];
    if (!task || !dataset) {
      return undefined;
    }
    const taskType = this.text(task, 'type', `${path}/task`);
    const type = this.text(dataset, 'type', `${path}/dataset`);
    const name = this.text(dataset, 'name', `${path}/dataset`);
    if (taskType === undefined || type === undefined || name === undefined) {
      return undefined;
    }
    const source = isObject(result.source) ? result.source : {};
    return {
      model,
      task: taskType,
      dataset: {
        type,
        name,
        ...pickTexts(dataset, ['config', 'split', 'revision']),
        ...readSlice(dataset.args),
      },
      metrics: metrics.flatMap(([at, metric]) => this.#metric(metric, at)),
      ...(isObject(result.source) && {
        source: pickTexts(source, ['name', 'url']),
      }),
    };
  }

  #metric(metric: JsonObject, path: string): ModelIndexResult['metrics'] {
    const type = this.text(metric, 'type', path);
    const { value, args } = metric;
    if (type === undefined) {
      return [];
    }
    if (typeof value !== 'number') {
      this.#add(
        `${path}/value`,
        `The value of ${type} has to be a number, and is ${quote(value)}: it is not read.`,
      );
      return [];
    }
    const { n, ci } = isObject(args) ? args : {};
    return [
      {
        type,
        value,
        ...pickTexts(metric, ['name']),
        ...(isCount(n) && { n }),
        ...(isInterval(ci) && { ci }),
      },
    ];
  }

  object(value: JsonValue | undefined, path: string): JsonObject | undefined {
    if (isObject(value)) {
      return value;
    }
    this.#add(
      path,
      value === undefined
        ? 'This is missing, and without it the result is not read.'
        : `This has to be keys with values, and is ${quote(value)}: the result is not read.`,
    );
    return undefined;
  }

  *objects(
    value: JsonValue | undefined,
    path: string,
  ): Generator<[path: string, object: JsonObject]> {
    if (!Array.isArray(value)) {
      this.#add(path, `This has to be a list, and is ${quote(value)}.`);
      return;
    }
    for (const [index, item] of value.entries()) {
      const object = this.object(item, `${path}/${index}`);
      if (object) {
        yield [`${path}/${index}`, object];
      }
    }
  }

  text(object: JsonObject, key: string, path: string): string | undefined {
    const value = object[key];
    if (typeof value === 'string' && value.trim() !== '') {
      return value;
    }
    this.#add(
      `${path}/${key}`,
      `This has to be a text, and is ${quote(value)}.`,
    );
    return undefined;
  }

  #add(path: string, message: string): void {
    this.#problems.push({ path, message });
  }
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: JsonValue | undefined): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isInterval(value: JsonValue | undefined): value is [number, number] {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    value.every(end => typeof end === 'number')
  );
}

function readSlice(args: JsonValue | undefined): {
  slice?: Record<string, string>;
} {
  const slice = isObject(args) ? args.slice : undefined;
  return isObject(slice) && Object.keys(slice).length > 0
    ? {
        slice: Object.fromEntries(
          Object.entries(slice).map(([key, value]) => [key, String(value)]),
        ),
      }
    : {};
}

function pickTexts<K extends string>(
  object: JsonObject,
  keys: readonly K[],
): Partial<Record<K, string>> {
  const texts: Partial<Record<K, string>> = {};
  for (const key of keys) {
    const value = object[key];
    if (typeof value === 'string' && value !== '') {
      texts[key] = value;
    }
  }
  return texts;
}

function quote(value: JsonValue | undefined): string {
  if (value === undefined) {
    return 'missing';
  }
  if (typeof value === 'object' && value !== null) {
    return Array.isArray(value) ? 'a list' : 'an object';
  }
  return JSON.stringify(value);
}
