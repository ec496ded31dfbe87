import { ConflictError, NotFoundError } from '@backstage/errors';
import { Waiver } from '@understudy/contracts';
import {
  ContractConsumer,
  ContractWaiver,
  ContractWaiverPage,
  ContractWaiverRequest,
} from '@understudy/plugin-ml-common';
import { WaiverDecision, WaiverQuery } from '../api/contractTypes';
import { pageOf } from './pageOf';

const READER = 'user:default/payments-scientist';

/** The waivers of one contract, in memory. Whoever reads may do what `may` says. */
export class MemoryWaivers {
  #waivers: ContractWaiver[];

  constructor(waivers: readonly ContractWaiver[] = []) {
    this.#waivers = [...waivers];
  }

  list(query: WaiverQuery = {}): ContractWaiverPage {
    const { states = [], ...page } = query;
    return pageOf(
      this.#waivers.filter(
        ({ state }) => states.length === 0 || states.includes(state),
      ),
      page,
    );
  }

  ask(
    subject: string,
    { findings, reason, until }: ContractWaiverRequest,
    consumers: readonly ContractConsumer[],
  ): ContractWaiver[] {
    const asked = findings.map((finding, index): ContractWaiver => {
      const decider = consumers.find(
        ({ consumer }) => consumer === finding.consumer,
      )?.owner;
      return {
        ...finding,
        id: `W${this.#waivers.length + index + 1}`,
        subject,
        state: 'waiting',
        until: `${until}T23:59:59.999Z`,
        reason,
        askedBy: READER,
        askedAt: new Date().toISOString(),
        ...(decider !== undefined && { decider }),
        may: ['revoke'],
      };
    });
    this.#waivers = [...asked, ...this.#waivers];
    return asked;
  }

  decide(id: string, { verdict, reason }: WaiverDecision): ContractWaiver {
    const waiver = this.#find(id);
    if (waiver.state !== 'waiting') {
      throw new ConflictError(`The waiver '${id}' is ${waiver.state}`);
    }
    return this.#put({
      ...waiver,
      state: verdict === 'granted' ? 'in-force' : 'refused',
      decision: { verdict, by: READER, at: new Date().toISOString(), reason },
      may: verdict === 'granted' ? ['revoke'] : [],
    });
  }

  revoke(id: string, reason: string): ContractWaiver {
    return this.#put({
      ...this.#find(id),
      state: 'revoked',
      revocation: { by: READER, at: new Date().toISOString(), reason },
      may: [],
    });
  }

  /** Those in force, as the engine takes them: with a consumer, or without. */
  inForce(withConsumer: boolean): Waiver[] {
    return this.#waivers
      .filter(
        ({ state, consumer }) =>
          state === 'in-force' && (consumer !== undefined) === withConsumer,
      )
      .map(({ id, ruleId, port, path, consumer, until, reason, decision }) => ({
        id,
        ruleId,
        port,
        path,
        ...(consumer !== undefined && { consumer }),
        until,
        reason,
        ...(decision && { approvedBy: decision.by }),
      }));
  }

  #find(id: string): ContractWaiver {
    const found = this.#waivers.find(waiver => waiver.id === id);
    if (!found) {
      throw new NotFoundError(`There is no waiver '${id}'`);
    }
    return found;
  }

  #put(waiver: ContractWaiver): ContractWaiver {
    this.#waivers = this.#waivers.map(each =>
      each.id === waiver.id ? waiver : each,
    );
    return waiver;
  }
}
