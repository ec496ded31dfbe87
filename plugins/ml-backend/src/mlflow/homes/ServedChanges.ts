import { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { setTimeout as pauseFor } from 'node:timers/promises';
import { IntakeDecisionStore } from '../../intake/decisions/IntakeDecisionStore';
import { RecordStores } from '../records/changeRecord';
import { askOrFind } from './changes/askOrFind';
import { AskedChange, asksTheSame } from './changes/AskedChange';
import { changeKey } from './changes/changeKey';
import { isRefusal } from './changes/isRefusal';
import { NameHold } from './changes/NameHold';
import {
  Asker,
  HomedRecord,
  ServerCall,
  ServerChange,
  WriteDown,
} from './changes/ServerChange';
import { toServerChange } from './changes/toServerChange';
import { ChangeClaim, ChangeClaims } from './ChangeClaims';
import { changeServed } from './changeServed';
import { CALL_TIMEOUT_MS, serverCall } from './serverCall';
import { ToldVersions } from './ToldVersions';

const PAUSE_MS = 100;
/** Longer than a lease, so that a dead replica's work is taken over. */
const WAIT_MS = 45_000;
/** A server may still be at work on a call that nobody waits for. */
const UNDERWAY_MS = 2 * CALL_TIMEOUT_MS;

/** What became of something that was left. */
export type Settled = 'done' | 'dropped' | 'underway';

/** A change that a server has made. */
export interface MadeChange {
  /** The server's number of the version, where one was registered. */
  recordVersion?: string;
  /** It was made for somebody who asked for the same before. */
  isRepeat: boolean;
}

/**
 * Changes what servers hold: writes down who wants what, has the server do it,
 * and writes down what it answered. A portal that dies in between, or hears no
 * answer, leaves what it wrote down first, and that is settled by what the
 * server shows, before anything else is asked of the same thing.
 */
export class ServedChanges {
  readonly #claims: ChangeClaims;
  readonly #decisions: IntakeDecisionStore;
  readonly #logger: LoggerService;
  readonly #names: NameHold;
  readonly #stores: RecordStores;
  readonly #told: ToldVersions;

  constructor(
    options: RecordStores & {
      claims: ChangeClaims;
      logger: LoggerService;
      told: ToldVersions;
    },
  ) {
    this.#claims = options.claims;
    this.#decisions = IntakeDecisionStore.create(options);
    this.#logger = options.logger;
    this.#names = new NameHold(this.#decisions);
    this.#stores = options;
    this.#told = options.told;
  }

  /**
   * Has the server make a change. Whoever asks again before the first answer
   * waits for that. Throws RegistryRefusedError with what the server says when
   * it refuses.
   */
  async make(
    homed: HomedRecord,
    change: AskedChange,
    asker: Asker,
  ): Promise<MadeChange> {
    const { id: recordId, server } = homed.record;
    const key = changeKey(homed.record, change);
    const asked = { recordId, server, change, asker };
    const deadline = Date.now() + WAIT_MS;
    let isAskedAgain = false;
    for (;;) {
      const claim = await this.#claims.acquire(key, asked, tx =>
        this.#names.take(tx, homed.record, asked, this.#stores.now()),
      );
      if (claim === 'busy') {
        if (Date.now() > deadline) {
          throw new ServiceUnavailableError(
            `The same is being changed for '${homed.record.name}' already; ask again`,
          );
        }
        await pauseFor(PAUSE_MS);
      } else if ('done' in claim) {
        return { recordVersion: claim.done, isRepeat: true };
      } else if (!claim.left) {
        return {
          recordVersion: await this.#ask(claim, homed, { isAskedAgain }),
          isRepeat: false,
        };
      } else {
        const { settled, recordVersion } = await this.#settle(claim, homed, {
          isAskedAgain: true,
        });
        if (settled === 'done' && asksTheSame(claim.asked.change, change)) {
          return { recordVersion, isRepeat: true };
        }
        isAskedAgain ||= settled === 'dropped';
      }
    }
  }

  /** Forgets which version a registration became, so that it is asked anew. */
  async forget(
    homed: HomedRecord,
    change: AskedChange,
    recordVersion: string,
  ): Promise<void> {
    await this.#claims.forget(changeKey(homed.record, change), recordVersion);
  }

  /** Brings something that was left to its end, if the server is done with it. */
  async settle(claim: ChangeClaim, homed: HomedRecord): Promise<Settled> {
    const { settled } = await this.#settle(claim, homed, {
      isAskedAgain: false,
    });
    return settled;
  }

  /** Ends a claim to what no server can be asked about any more. */
  async drop(claim: ChangeClaim, why: string): Promise<void> {
    const { change, server, asker } = claim.asked;
    if (await this.#end(claim)) {
      this.#logger.warn(
        `Registry '${server}': '${change.kind}', which '${asker.account}' asked for at ${claim.since.toISOString()}, is dropped: ${why}`,
      );
    }
  }

  async #ask(
    claim: ChangeClaim,
    homed: HomedRecord,
    { isAskedAgain }: { isAskedAgain: boolean },
  ): Promise<string | undefined> {
    return await this.#run(claim, homed, async (change, call) => {
      const done = isAskedAgain
        ? await askOrFind(change, call)
        : await change.ask(call);
      return await this.#writeDown(claim, homed, done, {});
    });
  }

  async #settle(
    claim: ChangeClaim,
    homed: HomedRecord,
    { isAskedAgain }: { isAskedAgain: boolean },
  ): Promise<{ settled: Settled; recordVersion?: string }> {
    const { asker, change: asked } = claim.asked;
    return await this.#run(claim, homed, async (change, call) => {
      const done = await change.find(call);
      if (done) {
        const recordVersion = await this.#writeDown(claim, homed, done, {
          // Asked then, and written down only now.
          askedAt: claim.since.toISOString(),
        });
        this.#logger.info(
          `Registry '${homed.source.id}' shows '${asked.kind}' of '${homed.record.name}', which '${asker.account}' asked for at ${claim.since.toISOString()}; it is written down`,
        );
        return { settled: 'done', recordVersion };
      }
      const age = this.#stores.now().getTime() - claim.since.getTime();
      if (!isAskedAgain && age < UNDERWAY_MS) {
        await this.#claims.leave(claim);
        return { settled: 'underway' };
      }
      await this.drop(
        claim,
        `the server does not show it of '${homed.record.name}'`,
      );
      return { settled: 'dropped' };
    });
  }

  async #run<T>(
    claim: ChangeClaim,
    homed: HomedRecord,
    run: (change: ServerChange, call: () => ServerCall) => Promise<T>,
  ): Promise<T> {
    try {
      return await this.#claims.hold(claim, async signal =>
        run(
          toServerChange(homed, claim.asked.change, {
            asker: claim.asked.asker,
            askedAt: claim.since,
            decisions: this.#decisions,
            versions: this.#told,
          }),
          () => serverCall(homed, signal),
        ),
      );
    } catch (error) {
      if (!claim.left && isRefusal(error)) {
        await this.#end(claim);
      } else {
        await this.#claims.leave(claim);
      }
      throw error;
    }
  }

  /** False when somebody else has it. */
  async #end(claim: ChangeClaim): Promise<boolean> {
    return await this.#stores.knex.transaction(async tx => {
      const ended = await this.#claims.drop(tx, claim);
      if (ended) {
        await this.#names.giveBack(tx, claim);
      }
      return ended;
    });
  }

  async #writeDown(
    claim: ChangeClaim,
    homed: HomedRecord,
    { recordVersion, write }: WriteDown,
    facts: Record<string, unknown>,
  ): Promise<string | undefined> {
    await changeServed(
      this.#stores,
      homed,
      claim.asked.asker,
      async (tx, row, now) => {
        await this.#claims.finish(tx, claim, recordVersion);
        const event = await write(tx, row, now);
        return event && { ...event, after: { ...event.after, ...facts } };
      },
    );
    return recordVersion;
  }
}
