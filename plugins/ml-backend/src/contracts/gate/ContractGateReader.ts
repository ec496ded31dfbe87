import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { inBatches } from '../../database/inBatches';
import { ContractFacts } from '../../promotion/gates/contractGate';
import { ContractChecker, JudgedContract } from '../check/ContractChecker';
import { ContractBatchReader } from '../store/ContractBatchReader';
import { StoredContract } from '../store/StoredContract';
import { versionWaivers } from '../waivers/engineWaivers';
import { WaiversInForce } from '../waivers/WaiversInForce';
import { ContractFactsRequest } from './ContractFactsRequest';
import {
  breakOf,
  doubtOf,
  GateReasons,
  reasonsOf,
  sumReasons,
} from './gateReasons';
import { judgeNumber } from './judgeNumber';
import { judgeUpstream } from './judgeUpstream';
import { judgingRules } from './judgingRules';
import { UpstreamReader } from './UpstreamReader';

/** Findings of a kind that are kept with the run of a gate. */
const MAX_REASONS = 50;

/**
 * Questions whose contracts are held at once: histories of large contracts are
 * large, and a sweep asks about a hundred versions.
 */
const AT_ONCE = 25;

/** A question about a version whose contract is known. */
interface KnownQuestion {
  request: ContractFactsRequest;
  ref: string;
  stored: StoredContract;
}

/**
 * Reads what gates have to know of contracts of versions of models, of many at
 * once: up to a number the queries for many are those for one.
 */
export class ContractGateReader {
  readonly #checker: ContractChecker;
  readonly #contracts: ContractBatchReader;
  readonly #now: () => Date;
  readonly #upstreams: UpstreamReader;
  readonly #waivers: WaiversInForce;

  constructor(options: {
    batches: ContractBatchReader;
    checker: ContractChecker;
    upstreams: UpstreamReader;
    waivers: WaiversInForce;
    now?: () => Date;
  }) {
    this.#checker = options.checker;
    this.#contracts = options.batches;
    this.#now = options.now ?? (() => new Date());
    this.#upstreams = options.upstreams;
    this.#waivers = options.waivers;
  }

  /** The answers, in the order of the questions. */
  async read(
    requests: readonly ContractFactsRequest[],
  ): Promise<ContractFacts[]> {
    const facts: ContractFacts[] = [];
    for (const batch of inBatches(requests, AT_ONCE)) {
      facts.push(...(await this.#readBatch(batch)));
    }
    return facts;
  }

  async #readBatch(
    requests: readonly ContractFactsRequest[],
  ): Promise<ContractFacts[]> {
    const links = await this.#contracts.findOfVersions(
      requests.map(({ versionId }) => versionId),
    );
    const questions = requests.flatMap((request): KnownQuestion[] => {
      const stored = links.get(request.versionId);
      const ref = stringifyEntityRef(request.model);
      return stored ? [{ request, ref, stored }] : [];
    });
    const judged = await this.#judge(questions);
    const upstreams = await this.#upstreams.read(
      questions.map(({ request }) => request.model),
    );
    const waivers = await this.#waivers.readAll(
      questions.map(({ stored }) => stored.subjectId),
    );
    const today = this.#now().toISOString().slice(0, 10);
    const known = new Map<ContractFactsRequest, ContractFacts>();
    for (const [index, question] of questions.entries()) {
      const { request, ref, stored } = question;
      const { model, environment } = request;
      const rules = judgingRules(request);
      const reasons = sumReasons([
        judgeNumber(stored, ref, {
          rules,
          anew: judged[index].report,
          serves: request.serves,
          waivers: versionWaivers(waivers.get(stored.subjectId) ?? [], {
            consumers: [],
            complete: false,
          }),
        }),
        ofConsumers(judged[index]),
        ...(upstreams.get(ref) ?? []).map(upstream =>
          judgeUpstream(upstream, { model, environment, rules, today }),
        ),
      ]);
      known.set(request, {
        contract: { version: stored.version, digest: stored.digest },
        ...withinBounds(reasons),
      });
    }
    return requests.map(
      request =>
        known.get(request) ??
        unknownContract(request.model, links.get(request.versionId)),
    );
  }

  async #judge(questions: readonly KnownQuestion[]): Promise<JudgedContract[]> {
    const historyOf = await this.#contracts.readHistories(
      questions.map(({ stored }) => ({
        subjectId: stored.subjectId,
        providerId: '',
      })),
    );
    return await this.#checker.judgeAll(
      questions.map(({ request, ref, stored }) => {
        const { id, subjectId, contract } = stored;
        return {
          ref,
          subjectId,
          entity: request.model,
          contract,
          history: historyOf({ subjectId, providerId: '' }).filter(
            other => other.id !== id,
          ),
          environment: request.environment,
          rules: judgingRules(request),
        };
      }),
    );
  }
}

function ofConsumers({ consumers, complete }: JudgedContract) {
  return sumReasons([
    ...consumers.map(({ consumer, findings, verdict }) =>
      reasonsOf(findings, {
        ref: consumer,
        isDoubtful: verdict === 'unverifiable',
      }),
    ),
    ...(complete ? [] : [doubtOf('Not all who use the model are known now')]),
  ]);
}

/** Of a version that keeps to no contract, or that nobody has looked at. */
function unknownContract(
  model: Entity,
  link: StoredContract | null | undefined,
): ContractFacts {
  return link === null
    ? breakOf(
        stringifyEntityRef(model),
        'The signature of the version differs from every contract that is declared',
      )
    : doubtOf('The version has no signature, or nobody has read it yet');
}

function withinBounds({
  breaks,
  doubts,
  waived,
  warnings,
  overridden,
}: GateReasons) {
  return {
    breaks: breaks.slice(0, MAX_REASONS),
    doubts: doubts.slice(0, MAX_REASONS),
    waived: waived.slice(0, MAX_REASONS),
    warnings,
    ...(overridden.length > 0
      ? { overridden: overridden.slice(0, MAX_REASONS) }
      : {}),
  };
}
