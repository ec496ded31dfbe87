import {
  AuthService,
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { ConflictError, InputError } from '@backstage/errors';
import { Contract, Finding, LossNote } from '@understudy/contracts';
import {
  ContractCheck,
  ContractChoice,
  ContractConsumer,
  ContractVersion,
  ContractVersionSummary,
  DeprecationProgress,
} from '@understudy/plugin-ml-common';
import { HistoryAccess } from '../models/HistoryAccess';
import { ModelAccess, ownerOf } from '../models/ModelAccess';
import { actorOf } from '../promotion/Actor';
import { subjectEntityOf } from '../subjects/subjectEntityOf';
import { SubjectStore } from '../subjects/SubjectStore';
import { requireContract, requireShallow } from './access/requireContract';
import { mayPublish } from './access/mayPublish';
import { requireMayPublish } from './access/requireMayPublish';
import { answerCheck } from './check/answerCheck';
import { ContractChecker } from './check/ContractChecker';
import { RequestedDeprecation, SentContract } from './contractRequests';
import {
  ContractState,
  ContractSubject,
  ContractViewer,
  FilterReadable,
} from './ContractViewer';
import { DeprecationService } from './deprecations/DeprecationService';
import { ExportedContract, exportContract } from './exportContract';
import { ContractPublisher } from './publish/ContractPublisher';
import { importDocument } from './sources/importDocument';
import { currentContract } from './store/currentContract';

type WithCredentials = { credentials: BackstageCredentials };

/**
 * Lets callers do with contracts what they may. A contract is readable exactly
 * when what it is about is; consumers that the caller may not read are left out
 * without a word on which or how many they are. Contracts are published by the
 * owner, or by a service that has the permission.
 */
export class AuthorizedContractService {
  readonly #access: ModelAccess;
  readonly #auth: AuthService;
  readonly #checker: ContractChecker;
  readonly #deprecations: DeprecationService;
  readonly #history: HistoryAccess;
  readonly #publisher: ContractPublisher;
  readonly #subjects: SubjectStore;
  readonly #userInfo: UserInfoService;
  readonly #viewer: ContractViewer;

  constructor(options: {
    access: ModelAccess;
    auth: AuthService;
    checker: ContractChecker;
    deprecations: DeprecationService;
    history: HistoryAccess;
    publisher: ContractPublisher;
    subjects: SubjectStore;
    userInfo: UserInfoService;
    viewer: ContractViewer;
  }) {
    this.#access = options.access;
    this.#auth = options.auth;
    this.#checker = options.checker;
    this.#deprecations = options.deprecations;
    this.#history = options.history;
    this.#publisher = options.publisher;
    this.#subjects = options.subjects;
    this.#userInfo = options.userInfo;
    this.#viewer = options.viewer;
  }

  async getState(
    ref: string,
    options: WithCredentials,
  ): Promise<ContractState & { may: ContractChoice[] }> {
    const subject = await this.#requireReadable(ref, options);
    return {
      ...(await this.#viewer.readState(subject, this.#readableBy(options))),
      may: await this.#choices(subject, options),
    };
  }

  async listVersions(
    ref: string,
    page: { limit: number; cursor?: string },
    options: WithCredentials,
  ): Promise<{ items: ContractVersionSummary[]; nextCursor?: string }> {
    const subject = await this.#requireReadable(ref, options);
    return await this.#viewer.list(subject, page, this.#readableBy(options));
  }

  async getVersion(
    ref: string,
    version: string,
    options: WithCredentials,
  ): Promise<ContractVersion> {
    const subject = await this.#requireReadable(ref, options);
    return await this.#viewer.get(subject, version, this.#readableBy(options));
  }

  async diff(
    ref: string,
    versions: { from: string; to: string },
    options: WithCredentials,
  ): Promise<{ from: string; to: string; findings: Finding[] }> {
    const subject = await this.#requireReadable(ref, options);
    return await this.#viewer.diff(subject, versions.from, versions.to);
  }

  async listConsumers(
    ref: string,
    options: WithCredentials,
  ): Promise<{ items: ContractConsumer[]; complete: boolean }> {
    const subject = await this.#requireReadable(ref, options);
    return await this.#viewer.listConsumers(subject, this.#readableBy(options));
  }

  /** Writes the contract that holds now, or a version of it, in another format. */
  async export(
    ref: string,
    what: { format: string; version?: string },
    options: WithCredentials,
  ): Promise<ExportedContract> {
    const subject = await this.#requireReadable(ref, options);
    const stored =
      what.version === undefined
        ? currentContract(await this.#viewer.readHistory(subject))
        : await this.#viewer.find(subject, what.version);
    if (!stored) {
      throw new ConflictError(`'${ref}' has no contract to export`);
    }
    return exportContract(stored.contract, what.format);
  }

  /** Changes nothing. Whoever may read the subject may ask. */
  async check(
    request: { subject: string; sent: SentContract; environment?: string },
    options: WithCredentials,
  ): Promise<ContractCheck> {
    const entity = await this.#access.getModel(request.subject, options);
    const subject = await this.#viewer.findSubject(request.subject, entity);
    const { contract, lossy } = await this.#read(subject, request.sent);
    if (contract.spec.role === 'consumer') {
      throw new InputError(
        "contract/spec/role is 'consumer'; what a provider offers is checked, so send the contract of a provider",
      );
    }
    const judged = await this.#checker.judge({
      ref: subject.ref,
      subjectId: subject.id,
      entity: await this.#wholeEntity(subject),
      contract,
      history: await this.#viewer.readHistory(subject),
      environment: request.environment,
    });
    const readable = await this.#readableBy(options)(
      judged.consumers.map(({ consumer }) => consumer),
    );
    return {
      ...answerCheck(subject.ref, judged, readable),
      ...(lossy.length > 0 && { lossy }),
    };
  }

  /** Stores a version that a person or a build sends. */
  async publish(
    ref: string,
    sent: SentContract,
    options: WithCredentials,
  ): Promise<{
    version: ContractVersion;
    lossy: LossNote[];
    created: boolean;
  }> {
    const entity = await this.#requireOwned(ref, options);
    const stored = await this.#subjects.ensure(subjectEntityOf(entity));
    const subject = { ref, entity, id: stored.id };
    const { contract, lossy } = await this.#read(subject, sent);
    const provider = contract.spec.provider?.subject;
    const providerId =
      contract.spec.role === 'consumer' && provider !== undefined
        ? await this.#ensureProvider(provider, options)
        : undefined;
    const outcome = await this.#publisher.publish({
      subject,
      providerId,
      entity: await this.#wholeEntity(subject),
      contract,
      origin: 'attached',
      actor: actorOf(options.credentials, this.#auth),
    });
    if (outcome.kind === 'reused') {
      throw new ConflictError(
        `VERSION_REUSED_DIGEST: the version ${contract.metadata.version} of the contract of '${ref}' is taken by another content; give the change a number of its own`,
      );
    }
    return {
      version: await this.#viewer.describe(
        subject,
        outcome.stored,
        this.#readableBy(options),
      ),
      lossy,
      created: outcome.kind === 'created',
    };
  }

  /** Announces that a version, or a field of it, will be removed. */
  async deprecate(
    ref: string,
    version: string,
    requested: RequestedDeprecation,
    options: WithCredentials,
  ): Promise<DeprecationProgress> {
    const entity = await this.#requireOwned(ref, options);
    const subject = await this.#viewer.findSubject(ref, entity);
    const stored = await this.#viewer.find(subject, version);
    return await this.#deprecations.announce(
      { ...subject, id: stored.subjectId },
      stored,
      requested,
      {
        actor: actorOf(options.credentials, this.#auth),
        readable: this.#readableBy(options),
      },
    );
  }

  async listDeprecations(
    ref: string,
    options: WithCredentials,
  ): Promise<DeprecationProgress[]> {
    const subject = await this.#requireReadable(ref, options);
    return await this.#deprecations.list(subject, this.#readableBy(options));
  }

  async #read(
    subject: ContractSubject,
    sent: SentContract,
  ): Promise<{ contract: Contract; lossy: LossNote[] }> {
    if ('contract' in sent) {
      return {
        contract: requireContract(sent.contract, subject.ref),
        lossy: [],
      };
    }
    requireShallow(sent.document, 'document');
    return importDocument(sent, {
      subject: subject.ref,
      name: subject.entity?.metadata.name ?? subject.ref,
      owner: subject.entity && ownerOf(subject.entity),
      history: await this.#viewer.readHistory(subject),
    });
  }

  /** With all relations: a caller may not see those to what it may not read. */
  async #wholeEntity({ ref, entity }: ContractSubject) {
    return (await this.#access.getModelForBackgroundWork(ref)) ?? entity;
  }

  async #ensureProvider(ref: string, options: WithCredentials) {
    const entity = await this.#access.getModel(ref, options);
    return (await this.#subjects.ensure(subjectEntityOf(entity))).id;
  }

  /** The same as the calls themselves demand. */
  async #choices(
    { entity }: ContractSubject,
    options: WithCredentials,
  ): Promise<ContractChoice[]> {
    const isAllowed =
      entity !== undefined &&
      (await mayPublish(entity, {
        access: this.#access,
        auth: this.#auth,
        userInfo: this.#userInfo,
        ...options,
      }));
    return isAllowed ? ['publish', 'deprecate', 'ask-for-waiver'] : [];
  }

  async #requireOwned(ref: string, options: WithCredentials): Promise<Entity> {
    const entity = await this.#access.getModel(ref, options);
    await requireMayPublish(entity, {
      access: this.#access,
      auth: this.#auth,
      userInfo: this.#userInfo,
      ...options,
    });
    return entity;
  }

  async #requireReadable(
    ref: string,
    options: WithCredentials,
  ): Promise<ContractSubject> {
    const entity = await this.#history.require(ref, options);
    return await this.#viewer.findSubject(
      ref,
      entity && (await this.#wholeEntity({ ref, entity })),
    );
  }

  #readableBy(options: WithCredentials): FilterReadable {
    return refs => this.#access.filterReadable(refs, options);
  }
}
