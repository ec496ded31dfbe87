import { Config } from '@backstage/config';
import {
  EvidenceAddition,
  VersionEvidence,
} from '@understudy/plugin-ml-common';
import { Knex } from 'knex';
import { DatabaseLedger } from '../ledger/DatabaseLedger';
import { accountOf, Actor } from '../promotion/Actor';
import { IdempotencyKeys } from '../promotion/IdempotencyKeys';
import { MetricDictionary } from '../registry/MetricDictionary';
import { resolveVersion } from '../registry/resolveVersion';
import { VersionStore } from '../registry/VersionStore';
import { SubjectStore } from '../subjects/SubjectStore';
import { normalizeAddition } from './normalizeAddition';
import { readRiskTiers } from './readRiskTiers';
import { readVersionEvidence } from './read/readVersionEvidence';
import { SignatureKeys } from './signatures/SignatureKeys';
import { SignatureReader } from './signatures/SignatureReader';
import { withSignatures } from './signatures/withSignatures';
import { addEvidence } from './write/addEvidence';

/**
 * Evidence about versions: added, never changed. Whoever calls it has decided
 * that the caller may; see AuthorizedEvidenceService.
 */
export class EvidenceService {
  readonly #dictionary: MetricDictionary;
  readonly #idempotency: IdempotencyKeys;
  readonly #knex: Knex;
  readonly #ledger: DatabaseLedger;
  readonly #now: () => Date;
  readonly #riskTiers: readonly string[];
  readonly #signatures: SignatureReader;
  readonly #subjects: SubjectStore;
  readonly #versions: VersionStore;

  static fromConfig(
    config: Config,
    options: {
      knex: Knex;
      subjects: SubjectStore;
      versions: VersionStore;
      now?: () => Date;
    },
  ): EvidenceService {
    const { knex, now = () => new Date() } = options;
    return new EvidenceService({
      ...options,
      dictionary: MetricDictionary.fromConfig(config),
      idempotency: IdempotencyKeys.create({ knex, now }),
      ledger: DatabaseLedger.create({ knex, now }),
      now,
      riskTiers: readRiskTiers(config),
      signatures: new SignatureReader({
        keys: SignatureKeys.fromConfig(config),
        knex,
      }),
    });
  }

  private constructor(options: {
    dictionary: MetricDictionary;
    idempotency: IdempotencyKeys;
    knex: Knex;
    ledger: DatabaseLedger;
    now: () => Date;
    riskTiers: readonly string[];
    signatures: SignatureReader;
    subjects: SubjectStore;
    versions: VersionStore;
  }) {
    this.#dictionary = options.dictionary;
    this.#idempotency = options.idempotency;
    this.#knex = options.knex;
    this.#ledger = options.ledger;
    this.#now = options.now;
    this.#riskTiers = options.riskTiers;
    this.#signatures = options.signatures;
    this.#subjects = options.subjects;
    this.#versions = options.versions;
  }

  /**
   * All evidence of the version that a label, an alias or an id means. Throws
   * NotFoundError, or ConflictError when several versions may be meant.
   */
  async get(model: string, version: string): Promise<VersionEvidence> {
    return await this.#read(await this.#resolve(model, version));
  }

  /**
   * Adds all of an addition or nothing, and answers all evidence. Throws
   * InputError for what contradicts itself and ConflictError for what
   * contradicts what is known.
   */
  async add(
    model: string,
    version: string,
    addition: EvidenceAddition,
    options: { actor: Actor; idempotencyKey?: string },
  ): Promise<VersionEvidence> {
    const { actor, idempotencyKey: key } = options;
    const versionId = await this.#resolve(model, version);
    const now = this.#now();
    const normalized = normalizeAddition(addition, {
      dictionary: this.#dictionary,
      riskTiers: this.#riskTiers,
      now,
    });
    const add = () =>
      this.#knex.transaction(tx =>
        addEvidence(tx, {
          ledger: this.#ledger,
          model,
          versionId,
          addition: normalized,
          actor,
          now,
        }),
      );
    if (key === undefined) {
      await add();
    } else {
      await this.#idempotency.once(
        {
          principal: accountOf(actor),
          key,
          request: { addEvidence: versionId, addition },
        },
        async () => ({ status: 201, body: await add() }),
      );
    }
    return await this.#read(versionId);
  }

  async #read(versionId: string): Promise<VersionEvidence> {
    return await withSignatures(
      await readVersionEvidence(this.#knex, versionId),
      { knex: this.#knex, signatures: this.#signatures },
    );
  }

  async #resolve(model: string, text: string): Promise<string> {
    const subject = await this.#subjects.findByRef(model);
    return await resolveVersion(this.#versions, {
      subjectId: subject?.id,
      model,
      text,
    });
  }
}
