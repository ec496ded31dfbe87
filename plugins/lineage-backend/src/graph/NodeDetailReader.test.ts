import { parseLineageNodeId } from '@understudy/plugin-lineage-common';
import { databases } from '../__testUtils__/migratedDatabase';
import { everything, viewOf } from '../access/__testUtils__/views';
import { startRuns } from '../runs/__testUtils__/startRuns';

jest.setTimeout(60_000);

const orders = parseLineageNodeId('dataset:default/orders');

describe.each(databases.eachSupportedId())('NodeDetailReader on %s', id => {
  const start = () => startRuns(id);

  it('tells everything about a node', async () => {
    const { knex, seed, details } = await start();
    const [a, b] = [await seed.dataset('a'), await seed.dataset('b')];
    await seed.entity('dataset:default/orders', [b, a]);
    const { key } = await knex('node').where({ id: b }).first();
    await knex('entity_name').insert({
      node_key: key,
      entity_ref: 'dataset:default/orders',
      node_kind: 1,
      namespace: 'ns',
      name: 'b',
      role: 'online',
      environment: 'production',
    });
    await seed.facet(a, 'documentation', { description: 'Old' }, 1);
    await seed.facet(b, 'documentation', { description: 'New é' }, 2);
    await seed.facet(a, 'schema', { fields: [] }, 1);
    await seed.facet(b, 'schema', undefined, 2);
    await seed.facet(a, 'big', { text: 'x'.repeat(70_000) });
    const job = await seed.job('load');
    const runId = await seed.run(1, { job, wrote: [a] });
    const detail = await details.get(orders, { view: everything });
    expect(detail).toMatchObject({
      node: { id: 'dataset:default/orders', kind: 'entity', name: 'a' },
      names: [
        { kind: 'dataset', namespace: 'ns', name: 'a' },
        {
          kind: 'dataset',
          namespace: 'ns',
          name: 'b',
          role: 'online',
          environment: 'production',
        },
      ],
      facets: [
        { name: 'big', bytes: 70_011 },
        {
          name: 'documentation',
          at: '2026-03-01T04:02:00.000Z',
          value: { description: 'New é' },
          bytes: 24,
        },
      ],
      runs: [{ id: runId }],
      truncated: false,
    });
    expect(detail.facets[0]).not.toHaveProperty('value');
    await expect(details.get(orders, { view: viewOf({}) })).rejects.toThrow(
      'No lineage is known',
    );
  });

  it('tells who may not see everything only what facets say of the node itself', async () => {
    const { seed, details } = await start();
    const node = await seed.dataset('a');
    await seed.entity('dataset:default/orders', [node]);
    const hidden = { namespace: 'ns', name: 'hidden' };
    await seed.facet(node, 'columnLineage', {
      fields: { id: { inputFields: [{ ...hidden, field: 'id' }] } },
    });
    await seed.facet(node, 'lineage', { inputs: [hidden] });
    await seed.facet(node, 'sql', { query: 'select id from hidden' });
    await seed.facet(node, 'ours_plan', { reads: ['hidden'] });
    await seed.facet(node, 'schema', { fields: [{ name: 'id' }] });
    await seed.run(1, { job: await seed.job('hidden'), wrote: [node] });
    const some = viewOf({
      entities: { 'dataset:default/orders': { kind: 'Dataset' } },
    });
    const told = await details.get(orders, { view: some });
    expect(JSON.stringify(told)).not.toContain('hidden');
    const restricted = { restricted: true, bytes: expect.any(Number) };
    expect(told.facets).toMatchObject([
      { name: 'columnLineage', ...restricted },
      { name: 'lineage', ...restricted },
      { name: 'ours_plan', ...restricted },
      { name: 'schema', value: { fields: [{ name: 'id' }] } },
      { name: 'sql', ...restricted },
    ]);
    expect(told).toMatchObject({ runs: [], runsComplete: false });
    expect(told.facets[3]).not.toHaveProperty('restricted');
    const all = await details.get(orders, { view: everything });
    expect(all.facets.filter(({ value }) => !value)).toEqual([]);
    expect(JSON.stringify(all)).not.toContain('restricted');
    expect(all).toMatchObject({ runs: [{}], runsComplete: true });
  });
});
