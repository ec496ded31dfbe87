import { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { diffContracts, Finding } from '@understudy/contracts';
import {
  ContractConsumer,
  ContractObservation,
  ContractVersion,
  ContractVersionSummary,
} from '@understudy/plugin-ml-common';
import { satisfies } from 'semver';
import { decodeCursor, encodeCursor } from '../paging/cursor';
import { SubjectStore } from '../subjects/SubjectStore';
import { ConsumerReader } from './consumers/ConsumerReader';
import { KnownConsumers, toContractConsumer } from './consumers/KnownConsumer';
import { RecentConsumers } from './consumers/RecentConsumers';
import { ObservationStore } from './observed/ObservationStore';
import { DeprecationStore } from './deprecations/DeprecationStore';
import { currentContract } from './store/currentContract';
import { DatabaseContractStore } from './store/DatabaseContractStore';
import { SightingStore } from './store/SightingStore';
import { ContractHead, StoredContract } from './store/StoredContract';
import { versionWaivers } from './waivers/engineWaivers';
import { reportAsWaived } from './waivers/markWaived';
import { WaiversInForce } from './waivers/WaiversInForce';

/** An entity, or what is left of it, with what it is stored under. */
export interface ContractSubject {
  ref: string;
  entity?: Entity;
  /** Absent while nothing is stored of it. */
  id?: string;
}

/** Those of some entities that the caller may read. */
export type FilterReadable = (refs: readonly string[]) => Promise<Set<string>>;

/** What a contract is now. */
export interface ContractState {
  current?: ContractVersion;
  problems: Finding[];
  /** Absent where lineage observed no schema. */
  observed?: ContractObservation;
}

/** Puts together what is shown of contracts. Whoever calls has to know that it may be. */
export class ContractViewer {
  readonly #consumers: ConsumerReader;
  readonly #deprecations: DeprecationStore;
  readonly #observations: ObservationStore;
  readonly #recent = new RecentConsumers();
  readonly #sightings: SightingStore;
  readonly #store: DatabaseContractStore;
  readonly #subjects: SubjectStore;
  readonly #waivers: WaiversInForce;

  constructor(options: {
    consumers: ConsumerReader;
    deprecations: DeprecationStore;
    observations: ObservationStore;
    sightings: SightingStore;
    store: DatabaseContractStore;
    subjects: SubjectStore;
    waivers: WaiversInForce;
  }) {
    this.#consumers = options.consumers;
    this.#deprecations = options.deprecations;
    this.#observations = options.observations;
    this.#sightings = options.sightings;
    this.#store = options.store;
    this.#subjects = options.subjects;
    this.#waivers = options.waivers;
  }

  async findSubject(ref: string, entity?: Entity): Promise<ContractSubject> {
    const subject = await this.#subjects.findByRef(ref);
    return { ref, entity, ...(subject && { id: subject.id }) };
  }

  /** All versions that a check looks at, newest first. */
  async readHistory({ id }: ContractSubject): Promise<StoredContract[]> {
    return id === undefined
      ? []
      : await this.#store.readHistory({ subjectId: id, providerId: '' });
  }

  async readState(
    subject: ContractSubject,
    readable: FilterReadable,
  ): Promise<ContractState> {
    const history = await this.readHistory(subject);
    const current = currentContract(history);
    const seen = subject.id
      ? await this.#sightings.readFindings(subject.id)
      : [];
    const observed =
      subject.id && (await this.#observations.describe(subject.id));
    return {
      ...(observed && { observed }),
      ...(current && {
        current: await this.#describe(subject, current, { history, readable }),
      }),
      problems: [
        ...(current ? [] : [missing(subject.ref)]),
        ...seen.flatMap(({ findings }) => findings),
      ],
    };
  }

  async list(
    subject: ContractSubject,
    page: { limit: number; cursor?: string },
    readable: FilterReadable,
  ): Promise<{ items: ContractVersionSummary[]; nextCursor?: string }> {
    if (subject.id === undefined) {
      return { items: [] };
    }
    const list = { contracts: subject.id };
    const place =
      page.cursor === undefined ? undefined : decodeCursor(page.cursor, list);
    const { items, more } = await this.#store.list({
      subjectId: subject.id,
      limit: page.limit,
      ...(place && { after: { publishedAt: place[0], id: place[1] } }),
    });
    const last = items.at(-1);
    const history = await this.readHistory(subject);
    return {
      items: await this.#summarize(subject, items, {
        history,
        known: await this.#recentConsumers(subject, history),
        readable,
      }),
      ...(more &&
        last && {
          nextCursor: encodeCursor([last.publishedAt, last.id], list),
        }),
    };
  }

  async get(
    subject: ContractSubject,
    version: string,
    readable: FilterReadable,
  ): Promise<ContractVersion> {
    return await this.describe(
      subject,
      await this.find(subject, version),
      readable,
    );
  }

  /** Throws NotFoundError. */
  async find(
    { id, ref }: ContractSubject,
    version: string,
  ): Promise<StoredContract> {
    const stored =
      id === undefined
        ? undefined
        : await this.#store.find({ subjectId: id, providerId: '' }, version);
    if (!stored) {
      throw new NotFoundError(
        `The contract of '${ref}' has no version '${version}'`,
      );
    }
    return stored;
  }

  async diff(
    subject: ContractSubject,
    from: string,
    to: string,
  ): Promise<{ from: string; to: string; findings: Finding[] }> {
    const [before, after] = [
      await this.find(subject, from),
      await this.find(subject, to),
    ];
    return {
      from,
      to,
      findings: diffContracts(before.contract, after.contract),
    };
  }

  /** Those that the caller may read, and whether that is all there are. */
  async listConsumers(
    subject: ContractSubject,
    readable: FilterReadable,
  ): Promise<{ items: ContractConsumer[]; complete: boolean }> {
    const known = await this.#readConsumers(
      subject,
      await this.readHistory(subject),
    );
    return await this.#shownConsumers(known, readable);
  }

  async #shownConsumers(
    { consumers, complete }: KnownConsumers,
    readable: FilterReadable,
  ): Promise<{ items: ContractConsumer[]; complete: boolean }> {
    const seen = await readable(consumers.map(({ consumer }) => consumer));
    const items = consumers
      .filter(({ consumer }) => seen.has(consumer))
      .map(toContractConsumer);
    return { items, complete: complete && items.length === consumers.length };
  }

  /** A stored version as it is shown, with the waivers that hold now. */
  async describe(
    subject: ContractSubject,
    stored: StoredContract,
    readable: FilterReadable,
  ): Promise<ContractVersion> {
    return await this.#describe(subject, stored, {
      history: await this.readHistory(subject),
      readable,
    });
  }

  async #describe(
    subject: ContractSubject,
    stored: StoredContract,
    shown: { history: readonly StoredContract[]; readable: FilterReadable },
  ): Promise<ContractVersion> {
    const known = await this.#recentConsumers(subject, shown.history);
    const [summary] = await this.#summarize(subject, [stored], {
      ...shown,
      known,
    });
    const waivers = versionWaivers(await this.#waivers.read(subject.id), known);
    return {
      ...summary,
      contract: stored.contract,
      ...(stored.report && { report: reportAsWaived(stored.report, waivers) }),
    };
  }

  async #readConsumers(
    subject: ContractSubject,
    history: readonly StoredContract[],
  ): Promise<KnownConsumers> {
    return await this.#consumers.read(
      { ...subject, subjectId: subject.id },
      history,
    );
  }

  /** For what is only shown, and asked for with each page of versions. */
  async #recentConsumers(
    subject: ContractSubject,
    history: readonly StoredContract[],
  ): Promise<KnownConsumers> {
    return await this.#recent.get(
      JSON.stringify([
        subject.ref,
        ...history.map(({ id, status }) => [id, status]),
      ]),
      () => this.#readConsumers(subject, history),
    );
  }

  async #summarize(
    subject: ContractSubject,
    heads: readonly ContractHead[],
    shown: {
      history: readonly StoredContract[];
      known: KnownConsumers;
      readable: FilterReadable;
    },
  ): Promise<ContractVersionSummary[]> {
    const ids = heads.map(({ id }) => id);
    const labels = await this.#store.readLabels(ids);
    const deprecations = await this.#deprecations.findOfVersions(ids);
    const { items: consumers } = await this.#shownConsumers(
      shown.known,
      shown.readable,
    );
    const current = currentContract(shown.history)?.id;
    return heads.map(head => {
      const deprecation = deprecations.get(head.id);
      return {
        id: head.id,
        subject: subject.ref,
        version: head.version,
        status: head.status,
        origin: head.origin,
        digest: head.digest,
        subjectVersions: labels.get(head.id) ?? [],
        ...(head.verdict && { verdict: head.verdict }),
        ...(head.requiredBump && { requiredBump: head.requiredBump }),
        findings: head.findings,
        publishedBy: head.publishedBy,
        publishedAt: head.publishedAt,
        ...(deprecation && { deprecation }),
        consumers: consumers.filter(consumer =>
          takes(consumer, head.version, head.id === current),
        ).length,
      };
    });
  }
}

/** Whether a consumer lives with a version; whoever says nothing takes what holds now. */
function takes(
  { range, pinnedTo }: ContractConsumer,
  version: string,
  isCurrent: boolean,
): boolean {
  if (range !== undefined) {
    return satisfies(version, range, { includePrerelease: true });
  }
  return pinnedTo === undefined ? isCurrent : pinnedTo === version;
}

function missing(ref: string): Finding {
  return {
    ruleId: 'CONTRACT_MISSING',
    severity: 'warning',
    direction: 'both',
    port: '',
    pointer: '',
    pointsInto: 'new',
    path: '',
    message: `${ref} has no contract: nobody can tell what a change of it breaks.`,
    remediation:
      "Declare one in 'spec.contract', or publish one from a schema that you have.",
    basis: 'declared',
  };
}
