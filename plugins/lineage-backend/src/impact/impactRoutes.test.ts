import { expectDescribed } from '../router/__testUtils__/expectDescribed';
import {
  datasetId,
  jobId,
  runEvent,
  sampleEntities,
} from '../router/__testUtils__/sampleLineage';
import {
  orders,
  report,
  score,
  startWithSample,
} from '../router/__testUtils__/startWithSample';

jest.setTimeout(60_000);

describe('routes about impact', () => {
  it('says what a change touches and whose it is', async () => {
    const { user } = await startWithSample();
    const impact = await user.get(
      `/impact?root=${encodeURIComponent(datasetId('raw'))}&limit=2`,
    );
    expect(impact.status).toBe(200);
    expectDescribed('get', '/impact', impact);
    expect(impact.body).toMatchObject({
      root: datasetId('raw'),
      totals: { items: 8, entities: 3, production: 3, owners: 3 },
      owners: [
        { items: 5, nearest: 1 },
        { owner: 'group:default/data', items: 1, nearest: 2 },
        { owner: 'group:default/fraud', items: 1, nearest: 6 },
        { owner: 'group:default/product', items: 1, nearest: 8 },
      ],
      items: [
        { id: jobId('load'), degree: 1 },
        {
          id: orders,
          degree: 2,
          title: 'The orders',
          entityKind: 'Dataset',
          lifecycle: 'production',
          owner: 'group:default/data',
        },
      ],
      truncated: false,
      complete: true,
    });
    const csv = await user.get(`/impact?root=${orders}`, {
      Accept: 'text/csv',
    });
    expect(csv.headers['content-type']).toMatch(/^text\/csv/);
    expect(csv.headers.vary).toMatch(/Accept/);
    const lines = csv.text.trim().split('\n');
    expect(lines).toHaveLength(1 + 6);
    expect(lines[4]).toBe(
      `4,${score},entity,Model,The score,group:default/fraud,any,production,postgres://dwh:5432,score,true,false`,
    );
    const upstream = await user.get(
      `/impact?root=${score}&direction=upstream&kinds=dataset`,
    );
    expect(upstream.body.items).toMatchObject([{ id: orders, degree: 1 }]);
  });

  it('knows whose a job is that says so and has no entity', async () => {
    const risk = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name: 'risk' },
      spec: { type: 'team', children: [] },
    };
    const { service, user, ...backend } = await startWithSample({
      entities: [...sampleEntities, risk],
    });
    const owned = (job: string, owner: string) => {
      const event = runEvent({ job, inputs: ['raw'], outputs: [`${job}-out`] });
      return {
        ...event,
        job: {
          namespace: 'airflow',
          name: job,
          facets: { ownership: { owners: [{ name: owner }] } },
        },
      };
    };
    for (const event of [owned('audit', 'team:risk'), owned('other', 'x y')]) {
      await service.post('/api/v1/lineage', event).expect(201);
    }
    await backend.waitUntilDrained();
    const impact = await user.get(
      `/impact?root=${encodeURIComponent(datasetId('raw'))}`,
    );
    const ownerOf = (id: string) =>
      impact.body.items.find((item: { id: string }) => item.id === id).owner;
    expect(ownerOf(jobId('audit'))).toBe('group:default/risk');
    expect(ownerOf(jobId('other'))).toBeUndefined();
    expect(impact.body.owners).toContainEqual({
      owner: 'group:default/risk',
      items: 1,
      nearest: 1,
    });
  });

  it('tells owners once, when the caller may', async () => {
    const { user, service, sent } = await startWithSample({
      failsToNotify: ref => ref === 'group:default/fraud',
    });
    const ask = () =>
      user.post('/impact/notify', {
        root: orders,
        message: 'We drop a column',
      });
    const told = await ask();
    expect(told.status).toBe(200);
    expectDescribed('post', '/impact/notify', told);
    expect(told.body).toEqual({
      owners: 1,
      failed: 1,
      unowned: 4,
      complete: true,
    });
    expect(sent).toMatchObject([
      {
        recipients: { entityRef: 'group:default/product' },
        payload: { description: expect.stringContaining('The report') },
      },
    ]);
    const again = await ask();
    expect(again.status).toBe(429);
    expectDescribed('post', '/impact/notify', again);
    const other = await service.post('/impact/notify', { root: orders });
    expect(other.status).toBe(403);
    const forbidden = await startWithSample({
      decide: permission => permission !== 'lineage.impact.notify',
    });
    const refused = await forbidden.user.post('/impact/notify', {
      root: orders,
    });
    expect(refused.status).toBe(403);
    expectDescribed('post', '/impact/notify', refused);
  });

  it('can tell owners again when nobody could be told', async () => {
    const failing = { now: true };
    const { user, sent } = await startWithSample({
      failsToNotify: () => failing.now,
    });
    const failed = await user.post('/impact/notify', { root: orders });
    expect(failed.status).toBe(503);
    expectDescribed('post', '/impact/notify', failed);
    failing.now = false;
    await user.post('/impact/notify', { root: orders }).expect(200);
    expect(sent).toHaveLength(2);
    const nobody = await user.post('/impact/notify', { root: report });
    expect(nobody.body).toMatchObject({ owners: 0 });
  });
});
