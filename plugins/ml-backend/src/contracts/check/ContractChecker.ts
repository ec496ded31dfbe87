import { Entity } from '@backstage/catalog-model';
import {
  canonicalJson,
  checkCompatibility,
  checkConsumers,
  CompatibilityMode,
  CompatibilityProfile,
  CompatibilityReport,
  ConsumerReport,
  Contract,
  ContractConventions,
  engineVersion,
  Finding,
  lintContract,
  PolicyOptions,
  RuleOverride,
  Waiver,
} from '@understudy/contracts';
import { ContractConsumer } from '@understudy/plugin-ml-common';
import { setImmediate } from 'node:timers/promises';
import { ConsumerReader } from '../consumers/ConsumerReader';
import {
  KnownConsumer,
  KnownConsumers,
  toContractConsumer,
} from '../consumers/KnownConsumer';
import { contractDigest, sha256 } from '../publish/contractDigest';
import { StoredContract } from '../store/StoredContract';
import { DeprecationStore } from '../deprecations/DeprecationStore';
import { consumerWaivers, versionWaivers } from '../waivers/engineWaivers';
import { WaiversInForce } from '../waivers/WaiversInForce';
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
  rules?: JudgingRules;
}

/** What somebody judges by who does not leave it to the contract. */
export interface JudgingRules {
  mode?: CompatibilityMode;
  profile?: CompatibilityProfile;
  overrides?: RuleOverride[];
  /** Whose needs count; all that are known unless said. */
  consumers?: 'declared' | 'none';
}

/** Judges a contract against the versions before it and against its consumers. */
export class ContractChecker {
  readonly #cache = new CheckCache<Omit<JudgedContract, 'complete'>>();
  readonly #consumers: ConsumerReader;
  readonly #conventions: ContractConventions;
  readonly #deprecations: DeprecationStore;
  readonly #now: () => Date;
  readonly #waivers: WaiversInForce;

  constructor(options: {
    consumers: ConsumerReader;
    conventions: ContractConventions;
    deprecations: DeprecationStore;
    waivers: WaiversInForce;
    now?: () => Date;
  }) {
    this.#consumers = options.consumers;
    this.#conventions = options.conventions;
    this.#deprecations = options.deprecations;
    this.#now = options.now ?? (() => new Date());
    this.#waivers = options.waivers;
  }

  async judge(request: ContractToJudge): Promise<JudgedContract> {
    const [judged] = await this.judgeAll([request]);
    return judged;
  }

  /** As `judge` for many, in their order; what they need is read at once. */
  async judgeAll(
    requests: readonly ContractToJudge[],
  ): Promise<JudgedContract[]> {
    const announced = await this.#deprecations.listOf(
      requests.flatMap(({ subjectId }) => subjectId ?? []),
    );
    const known = await this.#readConsumers(requests);
    const today = this.#now().toISOString().slice(0, 10);
    const inForce = await this.#waivers.readAll(
      requests.flatMap(({ subjectId }) => subjectId ?? []),
    );
    const answers: JudgedContract[] = [];
    for (const [index, request] of requests.entries()) {
      const deprecations = announced.get(request.subjectId ?? '') ?? [];
      const history = request.history.map(stored => ({
        ...stored,
        contract: withDeprecations(stored.contract, deprecations),
      }));
      const { consumers, complete } = known[index];
      // Who leaves some out does not know who else uses a field.
      const uses = knownUses(
        consumers,
        complete && request.rules?.consumers === undefined,
      );
      const judged = { ...request, history };
      const holding = inForce.get(request.subjectId ?? '') ?? [];
      // They are a part of the key: no answer outlives one that begins or ends.
      const waivers = {
        ofConsumers: consumerWaivers(holding),
        ofVersions: versionWaivers(holding, known[index]),
      };
      const rest = { today, uses, announced: deprecations, waivers };
      const key = keyOf(judged, consumers, rest);
      answers.push({
        ...this.#cache.once(key, () =>
          this.#judge(judged, consumers, { today, uses, waivers }),
        ),
        complete,
      });
      // Each may take long, and others wait for the same thread.
      await setImmediate();
    }
    return answers;
  }

  async #readConsumers(
    requests: readonly ContractToJudge[],
  ): Promise<KnownConsumers[]> {
    const asking = requests.filter(({ rules }) => rules?.consumers !== 'none');
    const found = await this.#consumers.readAll(
      asking.map(provider => ({
        provider,
        history: provider.history,
        declaredOnly: provider.rules?.consumers === 'declared',
      })),
    );
    const byRequest = new Map(
      asking.map((request, index) => [request, found[index]]),
    );
    return requests.map(
      request => byRequest.get(request) ?? { consumers: [], complete: true },
    );
  }

  #judge(
    { contract, history, environment, rules = {} }: ContractToJudge,
    consumers: readonly KnownConsumer[],
    {
      today,
      uses,
      waivers,
    }: {
      today: string;
      uses: KnownUses;
      waivers: { ofConsumers: Waiver[]; ofVersions: Waiver[] };
    },
  ): Omit<JudgedContract, 'complete'> {
    const { mode, profile, overrides } = rules;
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
          mode,
          profile,
          overrides,
          environment,
          today,
          waivers: waivers.ofVersions,
        }),
      }),
      lint: lintContract(contract, this.#conventions),
      consumers: judgeConsumers(contract, consumers, {
        profile,
        overrides,
        environment,
        today,
        waivers: waivers.ofConsumers,
      }),
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
  policy: PolicyOptions,
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
  { contract, history, environment, rules }: ContractToJudge,
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
      rules,
      ...rest,
    }),
  );
}
