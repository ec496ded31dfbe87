import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { LRUCache } from 'lru-cache';
import { hash } from 'node:crypto';
import { LineageAccess } from '../access/LineageAccess';
import { LineageView } from '../access/LineageView';
import { GraphQuery, LineageReader } from '../graph/LineageReader';
import { GraphVersion } from './GraphVersion';

/** Bytes of all answers together. A graph of 300 nodes has some 150,000. */
const MOST_KEPT = 32_000_000;
/** A backend that is older than the version of the graph does not count what it does. */
const KEPT_MS = 300_000;

/** JSON of a `LineageGraph`, as it is sent. */
export interface GraphAnswer {
  body: Buffer;
  /** The same for the same body. */
  etag: string;
}

interface Asked {
  query: GraphQuery;
  view: LineageView;
}

/**
 * Answers who asks for a part of the graph, as it is sent. Whoever may see
 * everything gets what others got who asked the same, as long as nothing was done
 * to the graph: it is the same for all of them, and nothing has to be read for it.
 * Whoever may see some gets an answer of their own.
 */
export class GraphAnswers {
  readonly #access: Pick<LineageAccess, 'viewOf'>;
  readonly #reader: Pick<LineageReader<{ view: LineageView }>, 'getGraph'>;
  readonly #version: GraphVersion;
  readonly #kept: LRUCache<string, GraphAnswer, Asked>;

  constructor(options: {
    access: Pick<LineageAccess, 'viewOf'>;
    reader: Pick<LineageReader<{ view: LineageView }>, 'getGraph'>;
    version: GraphVersion;
    mostKept?: number;
    now?: () => number;
  }) {
    const { now, mostKept = MOST_KEPT } = options;
    this.#access = options.access;
    this.#reader = options.reader;
    this.#version = options.version;
    this.#kept = new LRUCache<string, GraphAnswer, Asked>({
      maxSize: mostKept,
      sizeCalculation: ({ body }) => body.length,
      ttl: KEPT_MS,
      ttlResolution: 0,
      ...(now && { perf: { now } }),
      fetchMethod: async (_key, _stale, { context }) =>
        await this.#make(context),
    });
  }

  /** Throws what the reader throws. */
  async get(
    query: GraphQuery,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<GraphAnswer> {
    // What the caller has already is hardly ever the same for two.
    const isCommon = query.include === undefined;
    const [view, version] = await Promise.all([
      this.#access.viewOf({ credentials }),
      isCommon ? this.#version.current() : undefined,
    ]);
    const asked = { query, view };
    return view.everything && version !== undefined
      ? await this.#kept.forceFetch(keyOf(query, version), { context: asked })
      : await this.#make(asked);
  }

  async #make({ query, view }: Asked): Promise<GraphAnswer> {
    const graph = await this.#reader.getGraph(query, { view });
    const body = Buffer.from(JSON.stringify(graph));
    return { body, etag: `W/"${hash('sha1', body, 'base64url')}"` };
  }
}

function keyOf({ kinds, ...query }: GraphQuery, version: number): string {
  return JSON.stringify({
    ...query,
    ...(kinds && { kinds: [...kinds].sort() }),
    version,
  });
}
