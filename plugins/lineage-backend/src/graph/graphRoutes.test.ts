import { expectDescribed } from '../router/__testUtils__/expectDescribed';
import {
  datasetId,
  jobId,
  runEvent,
} from '../router/__testUtils__/sampleLineage';
import {
  connections,
  orders,
  score,
  startWithSample,
} from '../router/__testUtils__/startWithSample';

jest.setTimeout(60_000);

describe('routes about the graph', () => {
  it('show the usual environment, another one, or all', async () => {
    const { user } = await startWithSample();
    const read = async (environment: string) => {
      const graph = await user.get(`/graph?root=${orders}${environment}`);
      expectDescribed('get', '/graph', graph);
      return graph.body;
    };
    const usual = await read('');
    expect(usual).toMatchObject({
      environment: 'production',
      environments: [{ name: 'production', edges: 2 }],
    });
    expect(usual.edges).toHaveLength(4);
    const all = await read('&environment=*');
    expect(all).toEqual({ ...usual, environment: '*' });
    const other = await read('&environment=test');
    expect(other).toMatchObject({
      environment: 'test',
      environments: [{ name: 'production', edges: 2 }],
      edges: [],
    });
    const impact = await user.get(`/impact?root=${orders}&environment=test`);
    expectDescribed('get', '/impact', impact);
    expect(impact.body).toMatchObject({ environment: 'test', items: [] });
  });

  it('take the usual environment from config', async () => {
    const { user } = await startWithSample({
      config: { lineage: { names: { defaultEnvironment: 'live' } } },
    });
    const graph = await user.get(`/graph?root=${orders}`);
    // The entity says that its table is in production.
    expect(graph.body).toMatchObject({
      environment: 'live',
      environments: [
        { name: 'live', edges: 1 },
        { name: 'production', edges: 1 },
      ],
    });
    expect(connections(graph.body)).toEqual([
      `${orders} -> ${jobId('join')}`,
      `${jobId('join')} -> ${datasetId('features')}`,
    ]);
  });

  it('add to what the caller has', async () => {
    const { service, user, ...backend } = await startWithSample();
    await service
      .post(
        '/api/v1/lineage',
        runEvent({ job: 'audit', inputs: ['raw', 'score'], outputs: ['log'] }),
      )
      .expect(201);
    await backend.waitUntilDrained();
    const request = { root: score, direction: 'downstream', depth: 1 };
    const plain = await user.post('/graph', request);
    expect(plain.status).toBe(200);
    expectDescribed('post', '/graph', plain);
    const query = new URLSearchParams({ ...request, depth: '1' });
    expect(plain.body).toEqual((await user.get(`/graph?${query}`)).body);
    const more = await user.post('/graph', {
      ...request,
      include: [orders, datasetId('raw'), jobId('train')],
    });
    expectDescribed('post', '/graph', more);
    expect(connections(more.body)).toEqual([
      `${score} -> ${jobId('audit')}`,
      `${score} -> ${jobId('publish')}`,
      `${datasetId('raw')} -> ${jobId('audit')}`,
      `${jobId('train')} -> ${score}`,
    ]);
    expect(more.body.nodes).toHaveLength(3);
    const kinds = await user.post('/graph', { ...request, kinds: ['Dataset'] });
    expect(kinds.body.edges).toMatchObject([
      { source: score, target: 'dataset:default/report', via: 1 },
    ]);
  });
});
