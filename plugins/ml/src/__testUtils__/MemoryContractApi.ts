import { ConflictError, NotFoundError } from '@backstage/errors';
import { JsonValue } from '@backstage/types';
import {
  checkCompatibility,
  checkConsumers,
  Contract,
  diffContracts,
  exportJsonSchema,
  Finding,
  impliedConsumerContract,
} from '@understudy/contracts';
import {
  ContractCheck,
  ContractChoice,
  ContractConsumer,
  ContractVersion,
  ContractWaiver,
  ContractWaiverPage,
  ContractWaiverRequest,
  DeprecationProgress,
} from '@understudy/plugin-ml-common';
import { ContractApi } from '../api/ContractApi';
import {
  ContractConsumers,
  ContractDifference,
  ContractOverview,
  ContractVersionPage,
  DeprecationRequest,
  ExportedContract,
  WaiverDecision,
  WaiverQuery,
} from '../api/contractTypes';
import { buildContractVersion } from './contractBuilders';
import { MemoryWaivers } from './MemoryWaivers';
import { pageOf } from './pageOf';

/** What is stored about the contract of one entity. */
export interface StoredContract {
  /** Newest first. */
  versions: ContractVersion[];
  consumers: ContractConsumer[];
  /** Whether there are no other consumers; so unless it says no. */
  complete?: boolean;
  deprecations?: DeprecationProgress[];
  problems?: Finding[];
  waivers?: MemoryWaivers;
  /** All that there is unless given. */
  may?: ContractChoice[];
  observed?: ContractOverview['observed'];
}

const ALL: ContractChoice[] = ['publish', 'deprecate', 'ask-for-waiver'];

/**
 * Contracts in memory, judged by the real engine, for tests and for developing
 * the pages alone. The text of a published change decides nothing but itself.
 */
export class MemoryContractApi implements ContractApi {
  readonly #bySubject: Map<string, StoredContract>;

  constructor(stored: Record<string, StoredContract> = {}) {
    this.#bySubject = new Map(Object.entries(stored));
  }

  async getContract(subject: string): Promise<ContractOverview> {
    const { versions, problems = [], may = ALL, observed } = this.#of(subject);
    return {
      current: currentOf(versions),
      problems,
      may,
      ...(observed && { observed }),
    };
  }

  async listVersions(
    subject: string,
    query: { limit?: number; cursor?: string } = {},
  ): Promise<ContractVersionPage> {
    return pageOf(this.#of(subject).versions, query);
  }

  async getVersion(subject: string, version: string): Promise<ContractVersion> {
    const found = this.#of(subject).versions.find(
      each => each.version === version,
    );
    if (!found) {
      throw new NotFoundError(`There is no version '${version}'`);
    }
    return found;
  }

  async compareVersions(
    subject: string,
    from: string,
    to: string,
  ): Promise<ContractDifference> {
    const [a, b] = await Promise.all(
      [from, to].map(version => this.getVersion(subject, version)),
    );
    return { from, to, findings: diffContracts(a.contract, b.contract) };
  }

  async listConsumers(subject: string): Promise<ContractConsumers> {
    const { consumers, complete = true } = this.#of(subject);
    return { items: consumers, complete };
  }

  async listDeprecations(subject: string): Promise<DeprecationProgress[]> {
    return this.#of(subject).deprecations ?? [];
  }

  async deprecate(
    subject: string,
    version: string,
    { field, ...deprecation }: DeprecationRequest,
  ): Promise<void> {
    const stored = this.#of(subject);
    const remaining = stored.consumers;
    const total = (use: ContractConsumer['use']) =>
      remaining.filter(each => each.use === use).length;
    stored.deprecations = [
      ...(stored.deprecations ?? []),
      {
        subject,
        version,
        field,
        deprecation: {
          ...deprecation,
          since: new Date().toISOString(),
          by: 'user:default/payments-scientist',
        },
        production: { migrated: 0, total: total('production') },
        training: { migrated: 0, total: total('training') },
        remaining,
        removable: remaining.length === 0,
        blockedBy: [],
      },
    ];
  }

  /** Only as JSON Schema, whatever the format. */
  async exportContract(subject: string): Promise<ExportedContract> {
    const ports = currentOf(this.#of(subject).versions)?.contract.spec.ports;
    const exported = (ports ?? []).map(port => ({
      name: port.name,
      ...exportJsonSchema(port),
    }));
    return {
      documents: exported.map(({ name, schema }) => ({
        name,
        document: schema as JsonValue,
      })),
      lossy: exported.flatMap(({ lossy }) => lossy),
    };
  }

  async publish(subject: string, contract: Contract): Promise<ContractVersion> {
    const stored = this.#of(subject);
    const { version } = contract.metadata;
    if (stored.versions.some(each => each.version === version)) {
      throw new ConflictError(`Version '${version}' is there already`);
    }
    const { report } = await this.check(subject, contract);
    const published = buildContractVersion(contract, {
      report,
      verdict: report?.verdict,
      requiredBump: report?.requiredBump,
      publishedAt: new Date().toISOString(),
      consumers: stored.consumers.length,
    });
    stored.versions = [published, ...stored.versions];
    this.#bySubject.set(subject, stored);
    return published;
  }

  async check(
    subject: string,
    contract: Contract,
    options: { signal?: AbortSignal } = {},
  ): Promise<ContractCheck> {
    if (options.signal?.aborted) {
      throw new Error('The question was called off');
    }
    const { versions, consumers, complete = true } = this.#of(subject);
    const waivers = this.#waiversOf(subject);
    const today = new Date().toISOString();
    const history = versions
      .filter(({ status }) => status !== 'draft')
      .map(each => each.contract);
    const current = currentOf(versions)?.contract;
    const report = current
      ? checkCompatibility({
          next: contract,
          history,
          digest: text => text,
          waivers: waivers.inForce(false),
          today,
        })
      : undefined;
    const reports = checkConsumers({
      provider: contract,
      waivers: waivers.inForce(true),
      today,
      consumers: consumers.map(each => ({
        basis: 'implied' as const,
        contract: impliedConsumerContract({
          consumer: each.consumer,
          provider: current ?? contract,
          unusedFields: unusedBy(each, current ?? contract),
        }),
      })),
    });
    const judged = consumers.flatMap(each =>
      reports
        .filter(({ consumer }) => consumer === each.consumer)
        .map(found => ({ ...each, ...found })),
    );
    const hit = judged.filter(({ verdict }) => verdict === 'incompatible');
    const owners = new Set(hit.flatMap(({ owner }) => owner ?? []));
    return {
      subject,
      verdict:
        hit.length > 0 ? 'incompatible' : (report?.verdict ?? 'compatible'),
      report,
      lint: [],
      consumers: [...judged].sort(
        (a, b) => Number(hit.includes(b)) - Number(hit.includes(a)),
      ),
      complete,
      tell: [...owners].map(owner => ({
        owner,
        consumers: hit
          .filter(each => each.owner === owner)
          .map(({ consumer }) => consumer),
      })),
    };
  }

  async listWaivers(
    subject: string,
    query?: WaiverQuery,
  ): Promise<ContractWaiverPage> {
    return this.#waiversOf(subject).list(query);
  }

  async askForWaivers(
    subject: string,
    request: ContractWaiverRequest,
  ): Promise<ContractWaiver[]> {
    const { consumers } = this.#of(subject);
    return this.#waiversOf(subject).ask(subject, request, consumers);
  }

  async decideWaiver(
    subject: string,
    id: string,
    decision: WaiverDecision,
  ): Promise<ContractWaiver> {
    return this.#waiversOf(subject).decide(id, decision);
  }

  async revokeWaiver(
    subject: string,
    id: string,
    reason: string,
  ): Promise<ContractWaiver> {
    return this.#waiversOf(subject).revoke(id, reason);
  }

  #waiversOf(subject: string): MemoryWaivers {
    const stored = this.#of(subject);
    stored.waivers ??= new MemoryWaivers();
    return stored.waivers;
  }

  #of(subject: string): StoredContract {
    return this.#bySubject.get(subject) ?? { versions: [], consumers: [] };
  }
}

function currentOf(versions: ContractVersion[]): ContractVersion | undefined {
  return versions.find(({ status }) => status !== 'draft');
}

/** Top-level fields that a consumer is known not to use. */
function unusedBy(
  { fields }: ContractConsumer,
  provider: Contract,
): { port: string; field: string }[] {
  return provider.spec.ports.flatMap(({ name: port, schema }) =>
    fields && schema.kind === 'object'
      ? schema.fields
          .map(({ name }) => ({ port, field: String(name) }))
          .filter(
            ({ field }) =>
              !fields.some(
                used => used.port === port && used.path.split('.')[0] === field,
              ),
          )
      : [],
  );
}
