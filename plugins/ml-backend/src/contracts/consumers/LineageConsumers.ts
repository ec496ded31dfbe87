import { LoggerService } from '@backstage/backend-plugin-api';
import { ResponseError, stringifyError } from '@backstage/errors';
import {
  LineageFields,
  LineageGraph,
  LineageImpact,
  LineageNeighbourhood,
} from '@understudy/plugin-lineage-common';
import { LineageService } from '@understudy/plugin-lineage-node';
import { inBatches } from '../../database/inBatches';
import { provenFields } from './provenFields';
import { writtenByOneJob } from './writtenByOneJob';

/** What is asked for at most; who has more consumers is told that not all are known. */
const LIMIT = 1000;
/** As many as one question is about. */
const ROOTS = 10;
/** Asked alone, each is three requests. */
const AT_ONCE = 4;
const KINDS = ['model', 'featureview', 'dataset', 'component', 'api'];

/** What is asked of each entity. */
const QUESTION = {
  impact: { kinds: KINDS, limit: LIMIT },
  fields: { direction: 'downstream', depth: 1, limit: LIMIT },
  graph: { direction: 'downstream', depth: 2, limit: LIMIT },
} as const;

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

  /** By ref, of many in one request where lineage can answer that. */
  async readAll(
    refs: readonly string[],
  ): Promise<Map<string, ObservedConsumers>> {
    const observed = new Map<string, ObservedConsumers>();
    for (const batch of inBatches([...new Set(refs)], ROOTS)) {
      const answers =
        (await this.#askTogether(batch)) ?? (await this.#askEach(batch));
      batch.forEach((ref, index) => observed.set(ref, answers[index]));
    }
    return observed;
  }

  /** Nothing where lineage answers of one entity at a time only. */
  async #askTogether(
    refs: readonly string[],
  ): Promise<ObservedConsumers[] | undefined> {
    try {
      const answer = await this.#lineage.getNeighbourhoods?.({
        roots: refs,
        ...QUESTION,
      });
      const byRoot = new Map(answer?.items.map(item => [item.root, item]));
      return answer && refs.map(ref => observedIn(byRoot.get(ref)));
    } catch (error) {
      if (isNotFound(error)) {
        // Lineage is older than this question, or not installed.
        return undefined;
      }
      const names = refs.map(ref => `'${ref}'`).join(', ');
      return this.#unknown(names, error, refs.length);
    }
  }

  async #askEach(refs: readonly string[]): Promise<ObservedConsumers[]> {
    const answers: ObservedConsumers[] = [];
    for (const batch of inBatches(refs, AT_ONCE)) {
      answers.push(...(await Promise.all(batch.map(ref => this.#ask(ref)))));
    }
    return answers;
  }

  async #ask(root: string): Promise<ObservedConsumers> {
    const { graph, impact, fields } = QUESTION;
    try {
      const [reached, columns, around] = await Promise.all([
        this.#lineage.getImpact({ root, ...impact }),
        this.#lineage.getFields({ root, ...fields }),
        this.#lineage.getGraph({ root, ...graph }),
      ]);
      return observedConsumers(reached, columns, around);
    } catch (error) {
      if (isNotFound(error)) {
        // Lineage is not installed, or never heard of it.
        return nobody();
      }
      const [unknown] = this.#unknown(`'${root}'`, error, 1);
      return unknown;
    }
  }

  #unknown(names: string, error: unknown, count: number): ObservedConsumers[] {
    this.#logger.warn(
      `Who reads ${names} is not known, as lineage does not answer: ${stringifyError(error)}`,
    );
    return Array.from({ length: count }, () => ({
      consumers: new Map(),
      complete: false,
    }));
  }
}

function nobody(): ObservedConsumers {
  return { consumers: new Map(), complete: true };
}

function observedIn(item: LineageNeighbourhood | undefined): ObservedConsumers {
  if (item && !item.found) {
    return nobody();
  }
  const { graph, impact, fields } = item ?? {};
  return graph && impact && fields
    ? observedConsumers(impact, fields, graph)
    : // It was asked for, and is not there.
      { consumers: new Map(), complete: false };
}

function observedConsumers(
  impact: LineageImpact,
  columns: LineageFields,
  graph: LineageGraph,
): ObservedConsumers {
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

/** Whether lineage answers that there is no such thing, or is not there at all. */
export function isNotFound(error: unknown): boolean {
  return error instanceof ResponseError && error.statusCode === 404;
}
