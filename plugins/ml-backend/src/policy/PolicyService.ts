import { LoggerService, UrlReaderService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import {
  ConflictError,
  ServiceUnavailableError,
  stringifyError,
} from '@backstage/errors';
import {
  defaultRiskTiers,
  PolicySourceStatus,
} from '@understudy/plugin-ml-common';
import { createHash } from 'node:crypto';
import { DatabaseLedger } from '../ledger/DatabaseLedger';
import { DatabasePolicyStore } from './DatabasePolicyStore';
import { EffectivePolicy, mergePolicies } from './mergePolicies';
import { parsePolicies } from './parsePolicies';
import { policyApplies } from './policyApplies';
import { PromotionPolicy } from './PromotionPolicy';
import { readPolicyTarget } from './readPolicyTarget';

const MAX_ERROR_LENGTH = 4000;

/**
 * Reads the policy files of `ml.policies` and answers what they together
 * demand of a model. The last good text of each file is in force.
 */
export class PolicyService {
  readonly #targets: string[];
  readonly #riskTiers: readonly string[];
  readonly #store: DatabasePolicyStore;
  readonly #ledger: DatabaseLedger;
  readonly #urlReader: UrlReaderService;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  /** Parsed texts by digest; a text never parses differently. */
  readonly #parsed = new Map<string, PromotionPolicy[]>();

  static fromConfig(
    config: Config,
    options: {
      store: DatabasePolicyStore;
      ledger: DatabaseLedger;
      urlReader: UrlReaderService;
      logger: LoggerService;
      now?: () => Date;
    },
  ) {
    const targets = (config.getOptionalConfigArray('ml.policies') ?? []).map(
      policy => policy.getString('target'),
    );
    const riskTiers =
      config.getOptionalStringArray('ml.riskTiers') ?? defaultRiskTiers;
    return new PolicyService({ ...options, targets, riskTiers });
  }

  private constructor(options: {
    targets: string[];
    riskTiers: readonly string[];
    store: DatabasePolicyStore;
    ledger: DatabaseLedger;
    urlReader: UrlReaderService;
    logger: LoggerService;
    now?: () => Date;
  }) {
    this.#targets = [...new Set(options.targets)];
    this.#riskTiers = options.riskTiers;
    this.#store = options.store;
    this.#ledger = options.ledger;
    this.#urlReader = options.urlReader;
    this.#logger = options.logger;
    this.#now = options.now ?? (() => new Date());
  }

  /** Reads every file again. A fault in one leaves the others alone. */
  async refresh(): Promise<void> {
    for (const target of this.#targets) {
      const at = this.#now().toISOString();
      try {
        const document = await readPolicyTarget(target, {
          urlReader: this.#urlReader,
        });
        const policies = parsePolicies(document);
        await this.#saveGood(target, document, policies, at);
      } catch (error) {
        const message = stringifyError(error).slice(0, MAX_ERROR_LENGTH);
        const { isNew } = await this.#store.saveFault({
          target,
          error: message,
          at,
        });
        if (isNew) {
          this.#logger.error(
            `The promotion policies in '${target}' cannot be used; the last good ones stay in force: ${message}`,
          );
        }
      }
    }
  }

  /** How each policy file stands, in the order of the configuration. */
  async status(): Promise<PolicySourceStatus[]> {
    const documents = await this.#store.find(this.#targets);
    return this.#targets.map(target => {
      const found = documents.find(document => document.target === target);
      return {
        target,
        policies: this.#parse(found?.document, found?.digest).map(policy => ({
          name: policy.metadata.name,
          ...(policy.metadata.title ? { title: policy.metadata.title } : {}),
          priority: policy.spec.priority ?? 0,
        })),
        ...(found?.digest ? { digest: found.digest } : {}),
        ...(found?.loadedAt ? { loadedAt: found.loadedAt } : {}),
        ...(found ? { checkedAt: found.checkedAt } : {}),
        ...(found?.error ? { error: found.error } : {}),
      };
    });
  }

  /**
   * What the policies demand of a model, or undefined when none speaks of it.
   *
   * @throws ServiceUnavailableError while a configured file was never read
   *   well: nobody knows what it would demand.
   */
  async findEffective(model: Entity): Promise<EffectivePolicy | undefined> {
    return (await this.readInForce())(model);
  }

  /** As `findEffective`; throws ConflictError when no policy applies. */
  async getEffective(model: Entity): Promise<EffectivePolicy> {
    return (await this.readEffective())(model);
  }

  /** Reads the policies once, to be asked about many models as `getEffective`. */
  async readEffective(): Promise<(model: Entity) => EffectivePolicy> {
    const find = await this.readInForce();
    return model => {
      const policy = find(model);
      if (!policy) {
        throw new ConflictError(
          `No promotion policy applies to '${stringifyEntityRef(model)}'. Write a policy whose 'spec.appliesTo' matches it and list the file under 'ml.policies' in the configuration`,
        );
      }
      return policy;
    };
  }

  /** Reads the policies once, to be asked about many models as `findEffective`. */
  async readInForce(): Promise<(model: Entity) => EffectivePolicy | undefined> {
    const documents = await this.#store.find(this.#targets);
    const policies = this.#targets.flatMap(target => {
      const found = documents.find(document => document.target === target);
      if (found?.document === undefined) {
        throw new ServiceUnavailableError(
          `The promotion policies in '${target}' have never been read well, so nobody knows what they demand: ${found?.error ?? 'not read yet'}`,
        );
      }
      return this.#parse(found.document, found.digest);
    });
    return model => {
      const applying = policies.filter(policy =>
        policyApplies(policy, model, { riskTiers: this.#riskTiers }),
      );
      return applying.length === 0 ? undefined : mergePolicies(applying);
    };
  }

  async #saveGood(
    target: string,
    document: string,
    policies: PromotionPolicy[],
    at: string,
  ): Promise<void> {
    const digest = createHash('sha256').update(document).digest('hex');
    await this.#store.saveGood({
      target,
      document,
      digest,
      at,
      onChange: async (trx, previousDigest) => {
        await this.#ledger.append(trx, [
          {
            type: 'dev.understudy.policy.changed',
            source: '/api/ml/policies',
            subject: target.slice(0, 768),
            data: {
              actor: { ref: 'system:ml', kind: 'system' },
              action: 'policy.changed',
              object: { kind: 'PromotionPolicy', ref: target },
              ...(previousDigest ? { before: { digest: previousDigest } } : {}),
              after: {
                digest,
                policies: policies.map(policy => policy.metadata.name),
              },
              correlationId: digest,
            },
          },
        ]);
      },
    });
  }

  #parse(
    document: string | undefined,
    digest: string | undefined,
  ): PromotionPolicy[] {
    if (document === undefined || digest === undefined) {
      return [];
    }
    const known = this.#parsed.get(digest);
    if (known) {
      return known;
    }
    const policies = parsePolicies(document);
    if (this.#parsed.size > 200) {
      this.#parsed.clear();
    }
    this.#parsed.set(digest, policies);
    return policies;
  }
}
