import { FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import { ImportPreview, RegistryImport } from '@understudy/plugin-ml-common';
import { RegistryImportApi } from './RegistryImportApi';
import { requestJson } from './requestJson';

const BASE = 'plugin://catalog/mlflow/providers';

/** Talks to the MLflow module of the catalog over HTTP. */
export class MlflowImportClient implements RegistryImportApi {
  readonly #fetchApi: FetchApi;

  constructor(options: { fetchApi: FetchApi }) {
    this.#fetchApi = options.fetchApi;
  }

  async listImports(): Promise<RegistryImport[]> {
    try {
      const { items } = await requestJson<{ items: RegistryImport[] }>(
        this.#fetchApi,
        BASE,
      );
      return items;
    } catch (error) {
      if (error instanceof ResponseError && error.statusCode === 404) {
        return []; // the catalog does without the module
      }
      throw error;
    }
  }

  async previewImport(id: string): Promise<ImportPreview> {
    return await this.#post(id, 'preview');
  }

  async syncImport(id: string): Promise<void> {
    await this.#post(id, 'sync');
  }

  async releaseImport(id: string): Promise<void> {
    await this.#post(id, 'release');
  }

  async #post<T>(id: string, action: string): Promise<T> {
    return await requestJson<T>(
      this.#fetchApi,
      `${BASE}/${encodeURIComponent(id)}/${action}`,
      { method: 'POST', body: {} },
    );
  }
}
