import { sampleEntities, sampleEvents } from './sampleLineage';
import { startLineageBackend, TestBackendOptions } from './startLineageBackend';

/** A backend with the sample in its graph, sent event by event. */
export async function startWithSample(options: TestBackendOptions = {}) {
  const backend = await startLineageBackend({
    entities: sampleEntities,
    ...options,
  });
  for (const event of sampleEvents) {
    await backend.service.post('/api/v1/lineage', event).expect(201);
  }
  await backend.waitUntilDrained();
  return backend;
}

/** A user who may read some entities, and nothing that belongs to none. */
export const someEntities = (...readable: string[]): TestBackendOptions => ({
  readable,
  decide: permission => {
    if (permission === 'catalog.entity.read') {
      return 'some';
    }
    return permission !== 'lineage.node.read';
  },
});

/** `a -> b` for every edge; `~>` leads through what may not be seen. */
export function connections(body: {
  edges: { source: string; target: string; restricted?: true }[];
}): string[] {
  return body.edges.map(
    ({ source, target, restricted }) =>
      `${source} ${restricted ? '~>' : '->'} ${target}`,
  );
}

/** The entities of the sample. */
export const [orders, score, report] = [
  'dataset:default/orders',
  'model:default/score',
  'dataset:default/report',
];
