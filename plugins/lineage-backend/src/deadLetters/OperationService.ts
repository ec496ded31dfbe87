import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  lineageDeadLetterReadPermission,
  lineageDeadLetterReplayPermission,
  LineageDeadLetterPage,
  LineageStatus,
} from '@understudy/plugin-lineage-common';
import { LineageAccess } from '../access/LineageAccess';
import { Ingestion } from '../ingestion/createIngestion';

type WithCredentials = { credentials: BackstageCredentials };

/** How taking in events goes, for whoever looks after it. */
export class OperationService {
  readonly #access: LineageAccess;
  readonly #ingestion: Pick<Ingestion, 'deadLetters' | 'readStatus'>;

  constructor(options: {
    access: LineageAccess;
    ingestion: Pick<Ingestion, 'deadLetters' | 'readStatus'>;
  }) {
    this.#access = options.access;
    this.#ingestion = options.ingestion;
  }

  /** How far the graph is behind; everybody who is signed in may know. */
  async readStatus(options: WithCredentials): Promise<LineageStatus> {
    const [{ deadLetters, ...status }, allowed] = await Promise.all([
      this.#ingestion.readStatus(),
      this.#access.isAllowed(lineageDeadLetterReadPermission, options),
    ]);
    return allowed ? { ...status, deadLetters } : status;
  }

  /** Events that could not be put into the graph, oldest first. */
  async listDeadLetters(
    query: { limit: number; after?: string },
    options: WithCredentials,
  ): Promise<LineageDeadLetterPage> {
    await this.#access.require(lineageDeadLetterReadPermission, options);
    const { items, hasMore } = await this.#ingestion.deadLetters.list(query);
    const last = items.at(-1);
    return { items, ...(hasMore && last && { nextCursor: last.id }) };
  }

  /** Has some of them tried again, or all. Answers how many that is. */
  async replay(
    ids: readonly string[] | undefined,
    options: WithCredentials,
  ): Promise<number> {
    await this.#access.require(lineageDeadLetterReplayPermission, options);
    return await this.#ingestion.deadLetters.replay(ids);
  }
}
