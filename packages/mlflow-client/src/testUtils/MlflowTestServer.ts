import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { JsonObject } from '@backstage/types';
import { searchPage } from './searchPage';

/**
 * Answers a request in place of the server; returns false to let the server
 * answer as usual.
 *
 * @public
 */
export type MlflowTestFault = (
  request: IncomingMessage,
  response: ServerResponse,
) => boolean;

/**
 * A registered model as it goes over the wire, with its versions.
 *
 * @public
 */
export interface MlflowTestModel {
  name: string;
  description?: string;
  creation_timestamp?: number;
  last_updated_timestamp?: number;
  tags?: { key: string; value: string }[];
  aliases?: { alias: string; version: string }[];
  /** Model versions as they go over the wire, without name. */
  versions?: (JsonObject & { version: string })[];
}

const NOT_FOUND = 'RESOURCE_DOES_NOT_EXIST';
const API = '/api/2.0/mlflow/';

/**
 * A small HTTP server that speaks the part of MLflow's REST API we use, with
 * its odd sides, for tests. Change its public fields while it runs.
 *
 * @public
 */
export class MlflowTestServer {
  /** Registered models, prompts included. */
  models: MlflowTestModel[] = [];
  /** Runs by id, as they go over the wire. */
  runs = new Map<string, JsonObject>();
  /** Logged models by id. Undefined makes it a server of MLflow 2. */
  loggedModels: Map<string, JsonObject> | undefined = new Map();
  /**
   * Artifact files by `<model>/<version>/<path>`, `<run id>/<path>` or
   * `<logged model id>/<path>`.
   */
  files = new Map<string, string>();
  /** Misbehaviour, asked before every answer. */
  fault: MlflowTestFault | undefined;
  /** Method and path of every request, in order. */
  readonly requests: string[] = [];
  /** The headers of the last request. */
  lastHeaders: IncomingMessage['headers'] = {};

  readonly #server: Server;

  /** Starts a server on a free port of the loopback interface. */
  static async start(): Promise<MlflowTestServer> {
    const server = new MlflowTestServer();
    await new Promise<void>(resolve =>
      server.#server.listen(0, '127.0.0.1', resolve),
    );
    return server;
  }

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#handle(request, response).catch(error => response.destroy(error));
    });
  }

  /** Where it listens, without a slash at the end. */
  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** Stops it and cuts every connection. */
  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  async #handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const url = new URL(request.url ?? '/', this.url);
    this.requests.push(`${request.method} ${url.pathname}`);
    this.lastHeaders = request.headers;
    if (this.fault?.(request, response)) {
      return;
    }
    const body = await readBody(request);
    const route = url.pathname.startsWith(API)
      ? url.pathname.slice(API.length)
      : url.pathname;
    const answer = this.#answer(
      `${request.method} ${route}`,
      url.searchParams,
      body,
    );
    response.writeHead(answer.status, { 'content-type': answer.type });
    response.end(answer.body);
  }

  #file(key: (string | null)[]): Answer {
    const text = this.files.get(key.join('/'));
    return text === undefined
      ? failure(404, NOT_FOUND, key.join('/'))
      : { status: 200, type: 'application/octet-stream', body: text };
  }

  #answer(route: string, query: URLSearchParams, body: JsonObject): Answer {
    const fileOf = route.match(
      /^GET \/ajax-api\/2\.0\/mlflow\/logged-models\/(.+)\/artifacts\/files$/,
    )?.[1];
    if (fileOf) {
      return this.#file([fileOf, query.get('artifact_file_path')]);
    }
    const loggedModel = route.match(/^GET logged-models\/(.+)$/)?.[1];
    if (loggedModel && this.loggedModels) {
      const model = this.loggedModels.get(loggedModel);
      return model ? json({ model }) : failure(404, NOT_FOUND, loggedModel);
    }
    switch (route) {
      case 'GET /version':
        return { status: 200, type: 'text/plain', body: '3.1.0' };
      case 'GET registered-models/search':
        return json(
          searchPage('registered_models', this.#search(query), query),
        );
      case 'GET registered-models/get':
        return this.#withModel(query.get('name'), model =>
          json({ registered_model: toWire(model) }),
        );
      case 'GET model-versions/search':
        return json(
          searchPage('model_versions', this.#searchVersions(query), query),
        );
      case 'GET model-versions/get':
        return this.#version(query.get('name'), query.get('version'));
      case 'GET registered-models/alias':
        return this.#byAlias(query.get('name'), query.get('alias'));
      case 'POST registered-models/alias':
        return this.#setAlias(body);
      case 'DELETE registered-models/alias':
        return this.#withModel(body.name, model => {
          model.aliases = model.aliases?.filter(a => a.alias !== body.alias);
          return json({});
        });
      case 'POST model-versions/create':
        return this.#createVersion(body);
      case 'PATCH model-versions/update':
        return this.#changeVersion(body, version => {
          version.description = body.description;
        });
      case 'POST model-versions/set-tag':
        return this.#changeVersion(body, version => {
          version.tags = withTag(version.tags, body);
        });
      case 'DELETE model-versions/delete-tag':
        return this.#changeVersion(body, version => {
          version.tags = withoutTag(version.tags, body);
        });
      case 'DELETE model-versions/delete':
        return this.#withModel(body.name, model => {
          const target = this.#version(body.name, body.version);
          model.versions = model.versions?.filter(
            v => v.version !== body.version,
          );
          model.aliases = model.aliases?.filter(
            a => a.version !== body.version,
          );
          return target.status === 200 ? json({}) : target;
        });
      case 'POST model-versions/transition-stage':
        return this.#setStage(body);
      case 'POST registered-models/rename':
        return this.#rename(body);
      case 'DELETE registered-models/delete':
        return this.#withModel(body.name, model => {
          this.models = this.models.filter(other => other !== model);
          return json({});
        });
      case 'PATCH registered-models/update':
        return this.#withModel(body.name, model => {
          model.description = String(body.description);
          return json({ registered_model: toWire(model) });
        });
      case 'POST registered-models/set-tag':
        return this.#withModel(body.name, model => {
          model.tags = withTag(model.tags, body);
          return json({});
        });
      case 'DELETE registered-models/delete-tag':
        return this.#withModel(body.name, model => {
          model.tags = withoutTag(model.tags, body);
          return json({});
        });
      case 'GET runs/get': {
        const run = this.runs.get(query.get('run_id') ?? '');
        return run ? json({ run }) : failure(404, NOT_FOUND, 'run');
      }
      case 'GET /model-versions/get-artifact':
        return this.#file(['name', 'version', 'path'].map(k => query.get(k)));
      case 'GET /get-artifact':
        return this.#file(['run_id', 'path'].map(k => query.get(k)));
      default:
        return {
          status: 404,
          type: 'text/html',
          body: '<!doctype html>\n<title>404 Not Found</title>',
        };
    }
  }

  #search(query: URLSearchParams): JsonObject[] {
    const wantsPrompts = query.get('filter')?.includes('is_prompt') ?? false;
    return this.models
      .filter(model => isPrompt(model) === wantsPrompts)
      .map(toWire);
  }

  #searchVersions(query: URLSearchParams): JsonObject[] {
    const filter = query.get('filter') ?? '';
    const wantsPrompts = filter.includes('is_prompt');
    const name = filter.match(/^name=(['"])(.*?)\1/)?.[2];
    const source = filter.match(/source_path='([^']*)'/)?.[1];
    return this.models
      .filter(model => isPrompt(model) === wantsPrompts)
      .filter(model => name === undefined || model.name === name)
      .flatMap(model =>
        (model.versions ?? [])
          .filter(version => source === undefined || version.source === source)
          .map(version => ({ ...version, name: model.name })),
      );
  }

  #withModel(name: unknown, then: (model: MlflowTestModel) => Answer): Answer {
    const model = this.models.find(candidate => candidate.name === name);
    return model ? then(model) : failure(404, NOT_FOUND, String(name));
  }

  #version(name: unknown, version: unknown): Answer {
    return this.#withModel(name, model => {
      const found = model.versions?.find(v => v.version === version);
      return found
        ? json({ model_version: { ...found, name: model.name } })
        : failure(404, NOT_FOUND, `version ${version}`);
    });
  }

  #byAlias(name: unknown, alias: unknown): Answer {
    return this.#withModel(name, model => {
      const version = model.aliases?.find(a => a.alias === alias)?.version;
      return version === undefined
        ? failure(400, 'INVALID_PARAMETER_VALUE', `alias ${alias} not found`)
        : this.#version(name, version);
    });
  }

  #createVersion({ name, ...version }: JsonObject): Answer {
    return this.#withModel(name, model => {
      const numbers = (model.versions ?? []).map(v => Number(v.version));
      const now = Date.now();
      const created = {
        ...version,
        version: String(Math.max(0, ...numbers) + 1),
        creation_timestamp: now,
        last_updated_timestamp: now,
        status: 'READY',
      };
      model.versions = [...(model.versions ?? []), created];
      return this.#version(name, created.version);
    });
  }

  #changeVersion(
    { name, version: number }: JsonObject,
    change: (version: JsonObject) => void,
  ): Answer {
    const target = this.#version(name, number);
    return target.status !== 200
      ? target
      : this.#withModel(name, model => {
          model.versions?.filter(v => v.version === number).forEach(change);
          return this.#version(name, number);
        });
  }

  #setStage({ name, version, stage, ...body }: JsonObject): Answer {
    return this.#withModel(name, model => {
      if (body.archive_existing_versions) {
        model.versions
          ?.filter(v => v.current_stage === stage)
          .forEach(v => {
            v.current_stage = 'Archived';
          });
      }
      return this.#changeVersion({ name, version }, target => {
        target.current_stage = stage;
      });
    });
  }

  #rename({ name, new_name: newName }: JsonObject): Answer {
    return this.#withModel(name, model => {
      if (this.models.some(other => other.name === newName)) {
        return failure(400, 'RESOURCE_ALREADY_EXISTS', String(newName));
      }
      model.name = String(newName);
      return json({ registered_model: toWire(model) });
    });
  }

  #setAlias({ name, alias, version }: JsonObject): Answer {
    const target = this.#version(name, version);
    if (target.status !== 200) {
      return target;
    }
    return this.#withModel(name, model => {
      const others = (model.aliases ?? []).filter(a => a.alias !== alias);
      model.aliases = [
        ...others,
        { alias: String(alias), version: String(version) },
      ];
      return json({});
    });
  }
}

interface Answer {
  status: number;
  type: string;
  body: string;
}

function json(value: JsonObject): Answer {
  return {
    status: 200,
    type: 'application/json',
    body: JSON.stringify(value),
  };
}

function failure(status: number, errorCode: string, message: string): Answer {
  const body = JSON.stringify({ error_code: errorCode, message });
  return { status, type: 'application/json', body };
}

type WireTag = { key: string; value: string };

function withTag(tags: unknown, tag: JsonObject): WireTag[] {
  return [
    ...withoutTag(tags, tag),
    { key: String(tag.key), value: String(tag.value) },
  ];
}

function withoutTag(tags: unknown, { key }: JsonObject): WireTag[] {
  return ((tags ?? []) as WireTag[]).filter(tag => tag.key !== key);
}

function isPrompt(model: MlflowTestModel): boolean {
  return (
    model.tags?.some(tag => tag.key === 'mlflow.prompt.is_prompt') ?? false
  );
}

function toWire(model: MlflowTestModel): JsonObject {
  const { versions, ...wire } = model;
  return { ...wire };
}

async function readBody(request: IncomingMessage): Promise<JsonObject> {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
  }
  return text ? JSON.parse(text) : {};
}
