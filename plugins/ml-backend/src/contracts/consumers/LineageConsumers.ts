import { LoggerService } from '@backstage/backend-plugin-api';
import { ResponseError, stringifyError } from '@backstage/errors';
import { LineageService } from '@understudy/plugin-lineage-node';
import { inBatches } from '../../database/inBatches';
import { provenFields } from './provenFields';
import { writtenByOneJob } from './writtenByOneJob';

/** What is asked for at most; who has more consumers is told that not all are known. */
const LIMIT = 1000;
/** Each is three requests. */
const AT_ONCE = 4;
const KINDS = ['model', 'featureview', 'dataset', 'component', 'api'];

/** Who reads an entity, as runs were seen to do. */
export interface ObservedConsumers {
  /** By entity ref, with the fields that are read where columns are known. */
  consumers: Map<string, { fields?: string[] }>;
  complete: boolean;
}

/** Asks lineage who reads an entity. What it does not answer is not known. */
export class LineageConsumers {
  readonly #lineage: LineageService;
  readonly #logger: LoggerService;

  constructor(options: { lineage: LineageService; logger: LoggerService }) {
    this.#lineage = options.lineage;
    this.#logger = options.logger;
  }

  /** By ref. Lineage answers of one entity at a time; a few are asked at once. */
  async readAll(
    refs: readonly string[],
  ): Promise<Map<string, ObservedConsumers>> {
    const observed = new Map<string, ObservedConsumers>();
    for (const batch of inBatches([...new Set(refs)], AT_ONCE)) {
      const answers = await Promise.all(batch.map(ref => this.#ask(ref)));
      batch.forEach((ref, index) => observed.set(ref, answers[index]));
    }
    return observed;
  }

  async #ask(ref: string): Promise<ObservedConsumers> {
    try {
      return await this.#read(ref);
    } catch (error) {
      if (isNotFound(error)) {
        // Lineage is not installed, or never heard of it.
        return { consumers: new Map(), complete: true };
      }
      this.#logger.warn(
        `Who reads '${ref}' is not known, as lineage does not answer: ${stringifyError(error)}`,
      );
      return { consumers: new Map(), complete: false };
    }
  }

  async #read(ref: string): Promise<ObservedConsumers> {
    const [impact, columns, graph] = await Promise.all([
      this.#lineage.getImpact({ root: ref, kinds: KINDS, limit: LIMIT }),
      this.#lineage.getFields({
        root: ref,
        direction: 'downstream',
        depth: 1,
        limit: LIMIT,
      }),
      this.#lineage.getGraph({
        root: ref,
        direction: 'downstream',
        depth: 2,
        limit: LIMIT,
      }),
    ]);
    const direct = impact.items.flatMap(({ degree, entityRef }) =>
      degree === 1 && entityRef !== undefined ? [entityRef] : [],
    );
    const fields = provenFields(columns);
    const told = writtenByOneJob(graph);
    return {
      consumers: new Map(
        direct.map(consumer => {
          const used = told.has(consumer) ? fields.get(consumer) : undefined;
          return [consumer, used ? { fields: used } : {}];
        }),
      ),
      complete:
        impact.complete && !impact.truncated && impact.items.length < LIMIT,
    };
  }
}

/** Whether lineage answers that there is no such thing, or is not there at all. */
export function isNotFound(error: unknown): boolean {
  return error instanceof ResponseError && error.statusCode === 404;
}
