import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { checkConsumer, Contract } from '@understudy/contracts';
import {
  readEntityContracts,
  RELATION_CONSUMES_FEATURE,
} from '@understudy/plugin-ml-common';
import { ModelAccess } from '../../models/ModelAccess';
import { refWords } from '../../policy/refWords';
import { ContractFacts } from '../../promotion/gates/contractGate';
import { SubjectStore } from '../../subjects/SubjectStore';
import { ContractChecker } from '../check/ContractChecker';
import { describeConsumer } from '../consumers/describeConsumer';
import { currentContract } from '../store/currentContract';
import { DatabaseContractStore } from '../store/DatabaseContractStore';
import { StoredContract } from '../store/StoredContract';
import { consumerWaivers, versionWaivers } from '../waivers/engineWaivers';
import { WaiversInForce } from '../waivers/WaiversInForce';
import { doubt, GateReasons, ofNumber, reasonsOf } from './gateReasons';

/** Findings that are kept with the run of a gate. */
const MAX_BREAKS = 50;
/** The version that a gate asks about. */
export interface ContractFactsRequest {
  model: Entity;
  versionId: string;
  environment: string;
  /** Whether the stage serves; what has no stable contract must not. */
  serves: boolean;
}

/** Reads what a gate has to know of the contract of a version of a model. */
export class ContractGateReader {
  readonly #checker: ContractChecker;
  readonly #models: ModelAccess;
  readonly #now: () => Date;
  readonly #store: DatabaseContractStore;
  readonly #subjects: SubjectStore;
  readonly #waivers: WaiversInForce;

  constructor(options: {
    checker: ContractChecker;
    models: ModelAccess;
    store: DatabaseContractStore;
    subjects: SubjectStore;
    waivers: WaiversInForce;
    now?: () => Date;
  }) {
    this.#checker = options.checker;
    this.#models = options.models;
    this.#now = options.now ?? (() => new Date());
    this.#store = options.store;
    this.#subjects = options.subjects;
    this.#waivers = options.waivers;
  }

  async read(request: ContractFactsRequest): Promise<ContractFacts> {
    const ref = stringifyEntityRef(request.model);
    const link = await this.#store.findOfVersion(request.versionId);
    if (link === undefined) {
      return doubt('The version has no signature, or nobody has read it yet');
    }
    if (link === null) {
      return {
        breaks: [
          {
            ref,
            summary:
              'The signature of the version differs from every contract that is declared',
          },
        ],
        doubts: [],
        waived: [],
        warnings: 0,
      };
    }
    const all = [
      ofNumber(link, ref, {
        serves: request.serves,
        waivers: versionWaivers(await this.#waivers.read(link.subjectId), {
          consumers: [],
          complete: false,
        }),
      }),
      await this.#ofConsumers(link, ref, request),
      ...(await this.#ofUpstreams(ref, request)),
    ];
    return {
      contract: { version: link.version, digest: link.digest },
      breaks: all.flatMap(({ breaks }) => breaks).slice(0, MAX_BREAKS),
      doubts: all.flatMap(({ doubts }) => doubts).slice(0, MAX_BREAKS),
      waived: all.flatMap(({ waived }) => waived).slice(0, MAX_BREAKS),
      warnings: all.reduce((sum, { warnings }) => sum + warnings, 0),
    };
  }

  async #ofConsumers(
    stored: StoredContract,
    ref: string,
    { model, environment }: ContractFactsRequest,
  ): Promise<GateReasons> {
    const { subjectId } = stored;
    const history = await this.#store.readHistory({
      subjectId,
      providerId: '',
    });
    const { consumers, complete } = await this.#checker.judge({
      ref,
      subjectId,
      entity: model,
      contract: stored.contract,
      history: history.filter(({ id }) => id !== stored.id),
      environment,
    });
    const reasons = consumers.map(({ consumer, findings, verdict }) =>
      reasonsOf(findings, {
        ref: consumer,
        isDoubtful: verdict === 'unverifiable',
      }),
    );
    return {
      breaks: reasons.flatMap(({ breaks }) => breaks),
      doubts: [
        ...reasons.flatMap(({ doubts }) => doubts),
        ...(complete ? [] : ['Not all who use the model are known now']),
      ],
      waived: reasons.flatMap(({ waived }) => waived),
      warnings: reasons.reduce((sum, { warnings }) => sum + warnings, 0),
    };
  }

  /** What the model expects of what it reads, against what that offers now. */
  async #ofUpstreams(
    ref: string,
    { model, environment }: ContractFactsRequest,
  ): Promise<GateReasons[]> {
    const subject = await this.#subjects.findByRef(ref);
    const expected = await this.#readExpected(subject?.id);
    const read = (model.relations ?? [])
      .filter(({ type }) => type === RELATION_CONSUMES_FEATURE)
      .map(({ targetRef }) => targetRef);
    const upstreams = new Set<string>([...expected.keys(), ...read]);
    const entities = await this.#models.getModelsForBackgroundWork([
      ...upstreams,
    ]);
    const reasons: GateReasons[] = [];
    for (const [upstream, entity] of entities) {
      reasons.push(
        await this.#ofUpstream(ref, {
          model,
          environment,
          upstream,
          entity,
          declared: expected.get(upstream),
        }),
      );
    }
    for (const upstream of upstreams) {
      if (!entities.has(upstream)) {
        reasons.push({
          breaks: [
            {
              ref: upstream,
              summary: `${refWords(upstream)}, which the model reads, is not in the catalog`,
            },
          ],
          doubts: [],
          waived: [],
          warnings: 0,
        });
      }
    }
    return reasons;
  }

  async #ofUpstream(
    ref: string,
    known: {
      model: Entity;
      environment: string;
      upstream: string;
      entity: Entity;
      declared?: Contract;
    },
  ): Promise<GateReasons> {
    const { model, environment, upstream, entity, declared } = known;
    const provider = await this.#subjects.findByRef(upstream);
    const history = provider
      ? await this.#store.readHistory({
          subjectId: provider.id,
          providerId: '',
        })
      : [];
    const current = currentContract(history);
    if (!current) {
      return doubt(
        `${refWords(upstream)}, which the model reads, has no contract`,
      );
    }
    const consumer = describeConsumer({
      consumer: ref,
      entity: model,
      provider: upstream,
      offered: new Map(
        history.map(({ version, contract }) => [version, contract]),
      ),
      served: history
        .filter(({ status }) => status === 'active' || status === 'deprecated')
        .map(({ version }) => version),
      byLabel: new Map(
        readEntityContracts(entity).flatMap(({ label, contract }) =>
          label !== undefined && contract
            ? [[label, contract.metadata.version] as const]
            : [],
        ),
      ),
      current: current.version,
      declared,
      inProduction: false,
    });
    // The version that it is pinned to is served beside the newest one.
    const offered =
      history.find(
        ({ version, status }) =>
          version === consumer.pinnedTo && status !== 'retired',
      ) ?? current;
    if (!consumer.contract) {
      return doubt(
        `What the model reads of ${refWords(upstream)} is not known`,
      );
    }
    const { findings, verdict } = checkConsumer({
      provider: offered.contract,
      consumer: consumer.contract,
      basis: declared ? 'declared' : 'implied',
      environment,
      today: this.#now().toISOString().slice(0, 10),
      waivers: consumerWaivers(await this.#waivers.read(provider?.id)),
    });
    return reasonsOf(findings, {
      ref: upstream,
      isDoubtful: verdict === 'unverifiable',
    });
  }

  async #readExpected(
    subjectId: string | undefined,
  ): Promise<Map<string, Contract>> {
    if (subjectId === undefined) {
      return new Map();
    }
    const providers = await this.#subjects.findByIds(
      await this.#store.findProviders(subjectId),
    );
    const expected = new Map<string, Contract>();
    for (const { id, ref } of providers.values()) {
      const line = { subjectId, providerId: id };
      const current = currentContract(await this.#store.readHistory(line));
      if (current) {
        expected.set(ref, current.contract);
      }
    }
    return expected;
  }
}
