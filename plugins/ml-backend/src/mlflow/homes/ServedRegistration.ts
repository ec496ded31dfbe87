import { ServiceUnavailableError } from '@backstage/errors';
import {
  NewSourceVersion,
  RegistryRefusedError,
  SourceVersion,
} from '@understudy/plugin-ml-node';
import { createHash } from 'node:crypto';
import { setTimeout as pauseFor } from 'node:timers/promises';
import { claimedAuthor } from '../../registry/claimedAuthor';
import { VersionRow } from '../../registry/versionRows';
import { RegistryCaller } from '../access/RegistryCaller';
import { RecordStores } from '../records/changeRecord';
import { StoredVersion } from '../records/portalRows';
import { NewVersion, REPEAT_SECONDS } from '../records/VersionWriter';
import { changeServed } from './changeServed';
import { RegistrationClaim, RegistrationClaims } from './RegistrationClaims';
import { ServedModel } from './ServedModels';
import { serverCall } from './serverCall';
import { ToldVersions } from './ToldVersions';

const PAUSE_MS = 100;
/** Longer than a lease, so that a dead replica's work is taken over. */
const WAIT_MS = 45_000;
/** The clock of a server may be behind ours by so much. */
const CLOCK_SKEW_MS = REPEAT_SECONDS * 1000;

/**
 * Registers versions at the servers that are the home of their models, each
 * once: clients that hear no answer ask again, perhaps another replica, and a
 * server would give every request a number.
 */
export class ServedRegistration {
  readonly #claims: RegistrationClaims;
  readonly #stores: RecordStores;
  readonly #told: ToldVersions;

  constructor(
    options: RecordStores & {
      claims: RegistrationClaims;
      told: ToldVersions;
    },
  ) {
    this.#claims = options.claims;
    this.#stores = options;
    this.#told = options.told;
  }

  /**
   * The new version, or the one that the same source and run gave less than a
   * minute ago. Whoever asks again before the first answer waits for that.
   */
  async create(
    model: ServedModel,
    version: NewVersion,
    caller: RegistryCaller,
  ): Promise<StoredVersion> {
    const wanted = toSourceVersion(version);
    const key = claimKey(model, wanted);
    const deadline = Date.now() + WAIT_MS;
    for (;;) {
      const claim = await this.#claims.acquire(key, caller.account);
      if (claim === 'busy') {
        if (Date.now() > deadline) {
          throw new ServiceUnavailableError(
            `The source '${version.source}' is being registered for '${model.name}' already; ask again`,
          );
        }
        await pauseFor(PAUSE_MS);
      } else if ('done' in claim) {
        const found = await this.#told.find(model, Number(claim.done));
        if (found) {
          return found;
        }
        // It was deleted within the minute.
        await this.#claims.forget(key, claim.done);
      } else {
        return await this.#register(claim, model, wanted, caller);
      }
    }
  }

  async #register(
    claim: RegistrationClaim,
    model: ServedModel,
    wanted: NewSourceVersion,
    caller: RegistryCaller,
  ): Promise<StoredVersion> {
    try {
      return await this.#claims.hold(claim, async signal => {
        const call = () => ({ ...serverCall(model, signal), version: wanted });
        const known = await model.writer.findCreatedSince({
          ...call(),
          since: new Date(claim.since.getTime() - CLOCK_SKEW_MS).toISOString(),
        });
        const told = known ?? (await model.writer.createVersion(call()));
        const { resumed } = claim;
        await this.#writeDown(claim, model, wanted, told, caller, {
          isOurs: !known || resumed,
        });
        return await this.#told.require(model, Number(told.recordVersion));
      });
    } catch (error) {
      await (error instanceof RegistryRefusedError
        ? this.#claims.drop(claim)
        : this.#claims.leave(claim));
      throw error;
    }
  }

  /** @param isOurs - whether the version came of a request to the portal. */
  async #writeDown(
    claim: RegistrationClaim,
    model: ServedModel,
    wanted: NewSourceVersion,
    told: SourceVersion,
    caller: RegistryCaller,
    { isOurs }: { isOurs: boolean },
  ): Promise<void> {
    const { recordVersion } = told;
    await changeServed(this.#stores, model, caller, async (tx, row, now) => {
      const version = await this.#told.write(tx, row, model, told, now);
      const isFirst = await this.#claims.finish(tx, claim, recordVersion);
      if (!isOurs || !isFirst || version.registeredBy) {
        return undefined;
      }
      const claimed = claimedAuthor(
        new Map(wanted.tags.map(({ key, value }) => [key, value])),
        caller,
      );
      await tx<VersionRow>('version')
        .where({ id: version.id })
        .update({
          registered_by: claim.account,
          claimed_author: claimed ?? null,
        });
      return {
        verb: 'version.registered',
        version,
        after: {
          version: recordVersion,
          source: wanted.source,
          runId: wanted.runId,
          claimedAuthor: claimed,
          ...(claim.account === caller.account
            ? {}
            : { registeredBy: claim.account }),
        },
      };
    });
  }
}

function toSourceVersion(version: NewVersion): NewSourceVersion {
  const { artifactUri, source, tags, ...others } = version;
  return {
    ...others,
    source: artifactUri ?? source,
    tags: [...tags].map(([key, value]) => ({ key, value })),
  };
}

function claimKey({ record }: ServedModel, wanted: NewSourceVersion): string {
  const parts = [record.id, wanted.source, wanted.runId ?? null];
  // All prompts have the same source: their texts are in their tags.
  const texts = record.kind === 'prompt' ? wanted.tags : [];
  return createHash('sha256')
    .update(JSON.stringify([parts, texts]))
    .digest('hex');
}
