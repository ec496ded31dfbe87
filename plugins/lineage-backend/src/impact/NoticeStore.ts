import { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { TooManyRequestsError } from '../router/TooManyRequestsError';

const SAME_ROOT_MS = 10 * 60_000;
const WINDOW_MS = 60 * 60_000;
const MOST_IN_WINDOW = 20;

/** Who is about to tell the owners of what. */
export interface Notice {
  sentBy: string;
  /** Node id of what is changed. */
  root: string;
}

/** Remembers what was sent, so that nobody is told without end. */
export class NoticeStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /**
   * Takes the right to send a notice. Of two that ask at once, one gets it.
   *
   * @throws TooManyRequestsError when it was sent a short while ago, or its
   * sender has sent many.
   */
  async claim({ sentBy, root }: Notice, now: Date): Promise<void> {
    const before = (ms: number) => new Date(now.getTime() - ms).toISOString();
    await this.#knex('impact_notice')
      .where('sent_at', '<', before(WINDOW_MS))
      .delete();
    const [{ sent }] = await this.#knex('impact_notice')
      .where({ sent_by: sentBy })
      .count({ sent: '*' });
    if (Number(sent) >= MOST_IN_WINDOW) {
      throw new TooManyRequestsError(
        `You have told owners ${MOST_IN_WINDOW} times within an hour; try again later`,
      );
    }
    const claimed = await this.#knex('impact_notice')
      .insert({
        sent_by: sentBy,
        root_key: keyOf(root),
        sent_at: now.toISOString(),
      })
      .onConflict(['sent_by', 'root_key'])
      .merge()
      .where('impact_notice.sent_at', '<', before(SAME_ROOT_MS))
      .returning('root_key');
    if (claimed.length === 0) {
      throw new TooManyRequestsError(
        `You have told the owners of what '${root}' touches within the last ${
          SAME_ROOT_MS / 60_000
        } minutes; try again later`,
      );
    }
  }

  /** Gives the right back when nobody was told. */
  async release({ sentBy, root }: Notice): Promise<void> {
    await this.#knex('impact_notice')
      .where({ sent_by: sentBy, root_key: keyOf(root) })
      .delete();
  }
}

/** Scopes and keys are bounded; ids of nodes can be long. */
export function keyOf(root: string): string {
  return createHash('sha256').update(root).digest('base64url');
}
