import { parseEntityRef } from '@backstage/catalog-model';
import { FetchApi } from '@backstage/core-plugin-api';
import { Contract } from '@understudy/contracts';
import {
  ContractCheck,
  ContractVersion,
  ContractWaiver,
  ContractWaiverPage,
  ContractWaiverRequest,
  DeprecationProgress,
} from '@understudy/plugin-ml-common';
import { ContractApi } from './ContractApi';
import {
  ContractConsumers,
  ContractDifference,
  ContractFormat,
  ContractOverview,
  ContractVersionPage,
  DeprecationRequest,
  ExportedContract,
  WaiverDecision,
  WaiverQuery,
} from './contractTypes';
import { queryString, request, requestJson } from './requestJson';

const BASE = 'plugin://ml/contracts';

/** Talks to the contracts of the `ml` backend over HTTP. */
export class ContractClient implements ContractApi {
  readonly #fetchApi: FetchApi;

  constructor(options: { fetchApi: FetchApi }) {
    this.#fetchApi = options.fetchApi;
  }

  async getContract(subject: string): Promise<ContractOverview> {
    return await requestJson(this.#fetchApi, addressOf(subject));
  }

  async listVersions(
    subject: string,
    query: { limit?: number; cursor?: string } = {},
  ): Promise<ContractVersionPage> {
    return await requestJson(
      this.#fetchApi,
      `${addressOf(subject, 'versions')}${queryString(query)}`,
    );
  }

  async getVersion(subject: string, version: string): Promise<ContractVersion> {
    return await requestJson(
      this.#fetchApi,
      addressOf(subject, 'versions', version),
    );
  }

  async compareVersions(
    subject: string,
    from: string,
    to: string,
  ): Promise<ContractDifference> {
    return await requestJson(
      this.#fetchApi,
      addressOf(subject, 'versions', from, 'diff', to),
    );
  }

  async listConsumers(subject: string): Promise<ContractConsumers> {
    return await requestJson(this.#fetchApi, addressOf(subject, 'consumers'));
  }

  async listDeprecations(subject: string): Promise<DeprecationProgress[]> {
    const { items } = await requestJson<{ items: DeprecationProgress[] }>(
      this.#fetchApi,
      addressOf(subject, 'deprecations'),
    );
    return items;
  }

  async deprecate(
    subject: string,
    version: string,
    body: DeprecationRequest,
  ): Promise<void> {
    await request(
      this.#fetchApi,
      addressOf(subject, 'versions', version, 'deprecation'),
      {
        method: 'POST',
        headers: {
          Accept: 'application/json',
          'Content-Type': 'application/json',
        },
        body: JSON.stringify(body),
      },
    );
  }

  async exportContract(
    subject: string,
    format: ContractFormat,
  ): Promise<ExportedContract> {
    return await requestJson(
      this.#fetchApi,
      `${addressOf(subject, 'export')}${queryString({ format })}`,
    );
  }

  async publish(subject: string, contract: Contract): Promise<ContractVersion> {
    return await requestJson(this.#fetchApi, addressOf(subject, 'versions'), {
      method: 'POST',
      body: { contract },
    });
  }

  async check(
    subject: string,
    contract: Contract,
    options: { signal?: AbortSignal } = {},
  ): Promise<ContractCheck> {
    return await requestJson(this.#fetchApi, `${BASE}/check`, {
      method: 'POST',
      body: { subject, contract },
      signal: options.signal,
    });
  }

  async listWaivers(
    subject: string,
    query: WaiverQuery = {},
  ): Promise<ContractWaiverPage> {
    const { states, ...page } = query;
    return await requestJson(
      this.#fetchApi,
      `${addressOf(subject, 'waivers')}${queryString({ state: states, ...page })}`,
    );
  }

  async askForWaivers(
    subject: string,
    body: ContractWaiverRequest,
  ): Promise<ContractWaiver[]> {
    const { items } = await requestJson<{ items: ContractWaiver[] }>(
      this.#fetchApi,
      addressOf(subject, 'waivers'),
      { method: 'POST', body },
    );
    return items;
  }

  async decideWaiver(
    subject: string,
    id: string,
    body: WaiverDecision,
  ): Promise<ContractWaiver> {
    return await requestJson(
      this.#fetchApi,
      addressOf(subject, 'waivers', id, 'decision'),
      { method: 'POST', body },
    );
  }

  async revokeWaiver(
    subject: string,
    id: string,
    reason: string,
  ): Promise<ContractWaiver> {
    return await requestJson(
      this.#fetchApi,
      addressOf(subject, 'waivers', id, 'revocation'),
      { method: 'POST', body: { reason } },
    );
  }
}

function addressOf(subject: string, ...parts: string[]): string {
  const { kind, namespace, name } = parseEntityRef(subject);
  return [BASE, kind.toLocaleLowerCase('en-US'), namespace, name, ...parts]
    .map((part, index) => (index === 0 ? part : encodeURIComponent(part)))
    .join('/');
}
