import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import lineagePlugin from '@understudy/plugin-lineage-backend';
import mlPlugin from '@understudy/plugin-ml-backend';
import {
  ContractCheck,
  ContractObservation,
  ContractVersion,
} from '@understudy/plugin-ml-common';

jest.setTimeout(120_000);

const WAREHOUSE = 'postgres://warehouse.example.com:5432';
const VIEW = 'featureview:default/activity';
const VIEW_PATH = '/ml/contracts/featureview/default/activity';

interface State {
  current?: ContractVersion;
  observed?: ContractObservation;
}

/** An entity that the warehouse has as a table of its name. */
function entity(kind: 'Dataset' | 'FeatureView', name: string): Entity {
  return {
    apiVersion: 'understudy.dev/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    spec: {
      type: 'table',
      lifecycle: 'production',
      physical: [
        {
          role: 'offline',
          platform: 'postgres',
          namespace: WAREHOUSE,
          name,
          environment: 'production',
        },
      ],
    },
    relations: [{ type: 'ownedBy', targetRef: `group:default/${name}-team` }],
  };
}

const origin = {
  _producer: 'https://example.com/producer',
  _schemaURL: 'https://openlineage.io/spec/facets/1-0-0/facet.json',
};

/** A run that reads the view, as its columns are, and writes a table from some of them. */
function reads(options: {
  output: string;
  day: number;
  columns: Record<string, string>;
  from?: Record<string, string>;
}) {
  const { output, day, columns, from } = options;
  const schema = (fields: Record<string, string>) => ({
    ...origin,
    fields: Object.entries(fields).map(([name, type]) => ({ name, type })),
  });
  return {
    eventType: 'COMPLETE',
    eventTime: `2026-11-${day}T08:00:00.000Z`,
    producer: origin._producer,
    schemaURL:
      'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent',
    run: { runId: `01234567-89ab-7cde-8f01-0000000000${day}` },
    job: { namespace: 'airflow', name: `make_${output}` },
    inputs: [
      {
        namespace: WAREHOUSE,
        name: 'activity',
        facets: { schema: schema(columns) },
      },
    ],
    outputs: [
      {
        namespace: WAREHOUSE,
        name: output,
        ...(from && {
          facets: {
            columnLineage: {
              ...origin,
              fields: Object.fromEntries(
                Object.entries(from).map(([field, column]) => [
                  field,
                  {
                    inputFields: [
                      { namespace: WAREHOUSE, name: 'activity', field: column },
                    ],
                  },
                ]),
              ),
            },
          },
        }),
      },
    ],
  };
}

async function start() {
  const scheduler = mockServices.scheduler();
  const { server } = await startTestBackend({
    features: [
      lineagePlugin,
      mlPlugin,
      catalogServiceMock.factory({
        entities: [
          entity('FeatureView', 'activity'),
          entity('Dataset', 'report'),
          entity('Dataset', 'archive'),
        ],
      }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
    ],
  });
  const call = async <T>(path: string, body?: object): Promise<T> => {
    const response = await fetch(
      `http://localhost:${server.port()}/api${path}`,
      {
        method: body ? 'POST' : 'GET',
        headers: {
          authorization: mockCredentials.service.header(),
          'content-type': 'application/json',
        },
        ...(body && { body: JSON.stringify(body) }),
      },
    );
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${path} answered ${response.status}: ${text}`);
    }
    return JSON.parse(text || 'null');
  };
  const until = async <T>(
    path: string,
    isSo: (answer: T) => boolean,
  ): Promise<T> => {
    for (let tries = 0; tries < 400; tries++) {
      const answer = await call<T>(path);
      if (isSo(answer)) {
        return answer;
      }
      await new Promise(resolve => setTimeout(resolve, 25));
    }
    throw new Error(`${path} never answered what was waited for`);
  };
  return {
    call,
    /** Sends events, and waits until contracts were read with what they say. */
    send: async (...events: object[]) => {
      for (const event of events) {
        await call('/lineage/api/v1/lineage', event);
      }
      await until<{ backlog: number; lastDrainedAt?: string }>(
        '/lineage/status',
        ({ backlog, lastDrainedAt }) =>
          backlog === 0 && lastDrainedAt !== undefined,
      );
      await scheduler.triggerTask('lineage-entity-names');
      await scheduler.triggerTask('ml-contracts');
    },
    until,
  };
}

/** The next version of a contract, without one of its fields. */
function withoutField(
  version: ContractVersion | undefined,
  gone: string,
): object {
  if (!version) {
    throw new Error('There is no contract yet');
  }
  const { metadata, spec, ...rest } = version.contract;
  return {
    ...rest,
    metadata: { ...metadata, version: '2.0.0' },
    spec: {
      ...spec,
      ports: spec.ports.map(({ schema, ...port }) => ({
        ...port,
        schema:
          schema.kind === 'object'
            ? {
                ...schema,
                fields: schema.fields.filter(({ name }) => name !== gone),
              }
            : schema,
      })),
    },
  };
}

describe('contracts and lineage', () => {
  it('make a contract of what is observed, and know who uses what of it', async () => {
    const columns = { spend_7d: 'float8', count_7d: 'int8' };
    const portal = await start();
    await portal.send(
      reads({ output: 'archive', day: 20, columns }),
      reads({
        output: 'report',
        day: 21,
        columns,
        from: { total: 'SPEND_7D' },
      }),
    );
    const { current } = await portal.until<State>(
      VIEW_PATH,
      answer => answer.current !== undefined,
    );
    expect(current).toMatchObject({ version: '1.0.0', origin: 'lineage' });
    expect(await portal.call(`${VIEW_PATH}/consumers`)).toMatchObject({
      complete: true,
      items: [
        { consumer: 'dataset:default/archive', basis: 'lineage' },
        {
          consumer: 'dataset:default/report',
          basis: 'lineage',
          fields: [{ port: 'data', path: 'spend_7d' }],
        },
      ],
    });

    const without = async (gone: string) => {
      const { consumers } = await portal.call<ContractCheck>(
        '/ml/contracts/check',
        { subject: VIEW, contract: withoutField(current, gone) },
      );
      return Object.fromEntries(
        consumers.map(({ consumer, verdict }) => [
          consumer.split('/')[1],
          verdict,
        ]),
      );
    };
    expect(await without('count_7d')).toEqual({
      archive: 'incompatible',
      report: 'compatible_with_warnings',
    });
    expect(await without('spend_7d')).toEqual({
      archive: 'incompatible',
      report: 'incompatible',
    });

    await portal.send(
      reads({
        output: 'archive',
        day: 22,
        columns: { count_7d: 'int8' },
      }),
    );
    const next = await portal.until<State>(
      VIEW_PATH,
      answer => answer.current?.version !== '1.0.0',
    );
    expect(next.current).toMatchObject({
      version: '2.0.0',
      origin: 'lineage',
      verdict: 'incompatible',
    });
    expect(next.observed).toMatchObject({
      name: 'activity',
      observedAt: '2026-11-22T08:00:00.000Z',
    });
  });
});
