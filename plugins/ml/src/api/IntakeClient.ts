import { FetchApi } from '@backstage/core-plugin-api';
import {
  IntakeDecisionRequest,
  IntakeDecisionResult,
  IntakePage,
  RegistryRecordRef,
} from '@understudy/plugin-ml-common';
import { IntakeApi } from './IntakeApi';
import { IntakeImport, IntakeQuery, IntakeServer } from './intakeTypes';
import { queryString, request, requestJson } from './requestJson';

const BASE = 'plugin://ml/intake';

/** Talks to the intake of the `ml` backend over HTTP. */
export class IntakeClient implements IntakeApi {
  readonly #fetchApi: FetchApi;

  constructor(options: { fetchApi: FetchApi }) {
    this.#fetchApi = options.fetchApi;
  }

  async listRecords(query: IntakeQuery): Promise<IntakePage> {
    return await requestJson(
      this.#fetchApi,
      `${BASE}${queryString({ ...query })}`,
    );
  }

  async listServers(): Promise<IntakeServer[]> {
    const { items } = await requestJson<{ items: IntakeServer[] }>(
      this.#fetchApi,
      `${BASE}/servers`,
    );
    return items;
  }

  async decide(
    decisions: IntakeDecisionRequest[],
  ): Promise<IntakeDecisionResult[]> {
    const { items } = await requestJson<{ items: IntakeDecisionResult[] }>(
      this.#fetchApi,
      `${BASE}/decisions`,
      { method: 'POST', body: { items: decisions } },
    );
    return items;
  }

  async exportCsv(query: IntakeQuery): Promise<Blob> {
    const response = await request(
      this.#fetchApi,
      `${BASE}/export${queryString({ ...query })}`,
      { headers: { Accept: 'text/csv' } },
    );
    return await response.blob();
  }

  async importCsv(
    csv: string,
    options: { dryRun: boolean },
  ): Promise<IntakeImport> {
    const response = await request(
      this.#fetchApi,
      `${BASE}/import${queryString({ dryRun: options.dryRun })}`,
      {
        method: 'POST',
        headers: { Accept: 'application/json', 'Content-Type': 'text/csv' },
        body: csv,
      },
    );
    return await response.json();
  }

  async draftYaml(records: RegistryRecordRef[]): Promise<string> {
    const response = await request(this.#fetchApi, `${BASE}/drafts`, {
      method: 'POST',
      headers: { Accept: 'text/yaml', 'Content-Type': 'application/json' },
      body: JSON.stringify({ records }),
    });
    return await response.text();
  }
}
