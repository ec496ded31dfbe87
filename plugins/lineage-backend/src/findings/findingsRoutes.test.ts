import { expectDescribed } from '../router/__testUtils__/expectDescribed';
import { datasetId, entity } from '../router/__testUtils__/sampleLineage';
import {
  orders,
  report,
  score,
  someEntities,
  startWithSample,
} from '../router/__testUtils__/startWithSample';

jest.setTimeout(60_000);

describe('GET /findings', () => {
  it('says what nobody declares', async () => {
    const { user } = await startWithSample();
    const found = await user.get(`/findings?root=${score}`);
    expect(found.status).toBe(200);
    expectDescribed('get', '/findings', found);
    expect(found.body).toEqual({
      root: score,
      items: [
        {
          type: 'observed-not-declared',
          side: 'upstream',
          other: expect.objectContaining({ id: orders }),
          relations: [],
          via: 3,
          reporting: { root: true, other: true },
        },
        {
          type: 'observed-not-declared',
          side: 'downstream',
          other: expect.objectContaining({ id: report }),
          relations: [],
          via: 1,
          lastSeen: '2026-03-01T04:00:00.000Z',
          reporting: { root: true, other: true },
        },
      ],
      truncated: false,
      complete: true,
    });
    const plain = await user.get(
      `/findings?root=${encodeURIComponent(datasetId('raw'))}`,
    );
    expect(plain.status).toBe(400);
    expectDescribed('get', '/findings', plain);
  });

  it('compares what the catalog declares with what was observed', async () => {
    const { user } = await startWithSample({
      entities: [
        entity('Dataset', 'orders', { physical: 'orders' }),
        entity('Dataset', 'unused'),
        entity('Model', 'score', {
          physical: 'score',
          trainedOn: [orders, 'dataset:default/unused'],
        }),
      ],
    });
    const found = await user.get(`/findings?root=${score}`);
    expectDescribed('get', '/findings', found);
    expect(found.body).toMatchObject({
      items: [
        {
          type: 'declared-not-observed',
          side: 'upstream',
          other: { id: 'dataset:default/unused' },
          relations: ['trainedOn'],
          reporting: { root: true, other: false },
        },
      ],
      complete: true,
    });
    expect(found.body.items).toHaveLength(1);
    const graph = await user.get(`/graph?root=${score}&depth=4`);
    expectDescribed('get', '/graph', graph);
    expect(graph.body.edges).toContainEqual({
      source: orders,
      target: score,
      origin: 'both',
      parallel: true,
    });
    expect(graph.body.edges).toContainEqual({
      source: 'dataset:default/unused',
      target: score,
      origin: 'declared',
    });
  });

  it('says nothing of what the caller may not see', async () => {
    const { user } = await startWithSample(someEntities(orders, report));
    const found = await user.get(`/findings?root=${orders}`);
    expect(found.body).toEqual({
      root: orders,
      items: [],
      truncated: false,
      complete: false,
    });
    const hidden = await user.get(`/findings?root=${score}`);
    expect(hidden.status).toBe(404);
    expectDescribed('get', '/findings', hidden);
  });
});
