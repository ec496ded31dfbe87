import { Entity } from '@backstage/catalog-model';
import {
  canonicalJson,
  checkCompatibility,
  checkConsumers,
  CompatibilityReport,
  ConsumerReport,
  Contract,
  ContractConventions,
  engineVersion,
  Finding,
  lintContract,
} from '@understudy/contracts';
import { ContractConsumer } from '@understudy/plugin-ml-common';
import { ConsumerReader } from '../consumers/ConsumerReader';
import { KnownConsumer, toContractConsumer } from '../consumers/KnownConsumer';
import { contractDigest, sha256 } from '../publish/contractDigest';
import { StoredContract } from '../store/StoredContract';
import { DeprecationStore } from '../deprecations/DeprecationStore';
import { CheckCache } from './CheckCache';
import { withDeprecations } from './withDeprecations';

/** What a contract would do, to everybody who is known. */
export interface JudgedContract {
  report?: CompatibilityReport;
  lint: Finding[];
  consumers: (ConsumerReport & ContractConsumer)[];
  complete: boolean;
}

/** What is judged, and for where. */
export interface ContractToJudge {
  /** The provider's entity ref. */
  ref: string;
  subjectId?: string;
  entity?: Entity;
  contract: Contract;
  /** All versions before. */
  history: readonly StoredContract[];
  environment?: string;
}

/** Judges a contract against the versions before it and against its consumers. */
export class ContractChecker {
  readonly #cache = new CheckCache<Omit<JudgedContract, 'complete'>>();
  readonly #consumers: ConsumerReader;
  readonly #conventions: ContractConventions;
  readonly #deprecations: DeprecationStore;
  readonly #now: () => Date;

  constructor(options: {
    consumers: ConsumerReader;
    conventions: ContractConventions;
    deprecations: DeprecationStore;
    now?: () => Date;
  }) {
    this.#consumers = options.consumers;
    this.#conventions = options.conventions;
    this.#deprecations = options.deprecations;
    this.#now = options.now ?? (() => new Date());
  }

  async judge(request: ContractToJudge): Promise<JudgedContract> {
    const announced = request.subjectId
      ? await this.#deprecations.list(request.subjectId)
      : [];
    const history = request.history.map(stored => ({
      ...stored,
      contract: withDeprecations(stored.contract, announced),
    }));
    const { consumers, complete } = await this.#consumers.read(
      request,
      request.history,
    );
    const uses = knownUses(consumers, complete);
    const today = this.#now().toISOString().slice(0, 10);
    const judged = { ...request, history };
    const key = keyOf(judged, consumers, { today, uses, announced });
    return {
      ...this.#cache.once(key, () =>
        this.#judge(judged, consumers, { today, uses }),
      ),
      complete,
    };
  }

  #judge(
    { contract, history, environment }: ContractToJudge,
    consumers: readonly KnownConsumer[],
    { today, uses }: { today: string; uses: KnownUses },
  ): Omit<JudgedContract, 'complete'> {
    const inUse = consumers.flatMap(({ pinnedTo }) => pinnedTo ?? []);
    return {
      ...(history.length > 0 && {
        report: checkCompatibility({
          next: contract,
          history: history.map(stored => stored.contract),
          ...uses,
          versionsInUse: [...new Set(inUse)].sort(),
          releaseDays: Object.fromEntries(
            history.map(({ version, publishedAt }) => [
              version,
              publishedAt.slice(0, 10),
            ]),
          ),
          digest: sha256,
          environment,
          today,
        }),
      }),
      lint: lintContract(contract, this.#conventions),
      consumers: judgeConsumers(contract, consumers, { environment, today }),
    };
  }
}

interface KnownUses {
  usedFields?: { port: string; path: string }[];
  knownConsumersComplete?: boolean;
}

/**
 * Which fields are in use. That nobody else uses any is believed only where
 * there are consumers, and each of them said itself what it uses.
 */
function knownUses(
  consumers: readonly KnownConsumer[],
  complete: boolean,
): KnownUses {
  const used = new Map<string, { port: string; path: string }>();
  for (const { fields = [] } of consumers) {
    for (const field of fields) {
      used.set(`${field.port} ${field.path}`, field);
    }
  }
  return {
    usedFields: [...used.values()],
    knownConsumersComplete:
      complete &&
      consumers.length > 0 &&
      consumers.every(({ basis }) => basis === 'contract'),
  };
}

function judgeConsumers(
  provider: Contract,
  consumers: readonly KnownConsumer[],
  policy: { environment?: string; today: string },
): (ConsumerReport & ContractConsumer)[] {
  const told = consumers.filter(({ contract }) => contract !== undefined);
  const reports = checkConsumers({
    provider,
    consumers: told.flatMap(({ contract, basis }) =>
      contract
        ? {
            contract,
            basis: basis === 'contract' ? ('declared' as const) : 'implied',
          }
        : [],
    ),
    ...policy,
  });
  const byConsumer = new Map(
    told.map(({ consumer }, index) => [consumer, reports[index]]),
  );
  return consumers.map(consumer => ({
    ...(byConsumer.get(consumer.consumer) ?? unknownNeeds(consumer.consumer)),
    ...toContractConsumer(consumer),
  }));
}

/** Of whom nobody knows what it reads: there was no contract to read by. */
function unknownNeeds(consumer: string): ConsumerReport {
  return {
    consumer,
    verdict: 'unverifiable',
    findings: [
      {
        ruleId: 'CONTRACT_MISSING',
        severity: 'warning',
        direction: 'both',
        port: '',
        pointer: '',
        pointsInto: 'new',
        path: '',
        message: `${consumer} says nothing of what it uses, and there is no contract yet by which it could be worked out.`,
        remediation: `Let the owner of ${consumer} declare what it expects.`,
        consumer,
        basis: 'implied',
      },
    ],
    order: 'any',
    first: 'any',
  };
}

function keyOf(
  { contract, history, environment }: ContractToJudge,
  consumers: readonly KnownConsumer[],
  rest: object,
): string {
  return sha256(
    canonicalJson({
      engineVersion,
      contract: contractDigest(contract),
      history: history.map(({ digest, version, status, publishedAt }) => [
        version,
        status,
        digest,
        publishedAt,
      ]),
      // Which fields one uses follows from its contract.
      consumers: consumers.map(
        ({ contract: _, fields: __, ...consumer }) => consumer,
      ),
      environment,
      ...rest,
    }),
  );
}
