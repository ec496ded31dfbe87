import { createBackendModule } from '@backstage/backend-plugin-api';
import { EventsService, eventsServiceRef } from '@backstage/plugin-events-node';
import {
  datasetId,
  jobId,
  runEvent,
} from '../router/__testUtils__/sampleLineage';
import { startLineageBackend } from '../router/__testUtils__/startLineageBackend';
import { connections } from '../router/__testUtils__/startWithSample';

jest.setTimeout(60_000);

describe('topics of the events service', () => {
  it('give events to the graph, and what is none to the dead letters', async () => {
    let events: EventsService | undefined;
    const { user, waitUntilDrained } = await startLineageBackend({
      config: { lineage: { events: { topics: ['openlineage'] } } },
      features: [
        createBackendModule({
          pluginId: 'lineage',
          moduleId: 'test-publisher',
          register(env) {
            env.registerInit({
              deps: { service: eventsServiceRef },
              async init({ service }) {
                events = service;
              },
            });
          },
        }),
      ],
    });
    await events?.publish({
      topic: 'openlineage',
      eventPayload: [
        runEvent({ job: 'load', inputs: ['raw'], outputs: ['clean'] }),
        { run: { runId: 'x', facets: { password: 'hunter2' } } },
      ],
    });
    await waitUntilDrained();
    const graph = await user.get(
      `/graph?${new URLSearchParams({ root: datasetId('raw') })}`,
    );
    expect(connections(graph.body)).toEqual([
      `${datasetId('raw')} -> ${jobId('load')}`,
      `${jobId('load')} -> ${datasetId('clean')}`,
    ]);
    const dead = await user.get('/dead-letters');
    expect(dead.body.items).toMatchObject([
      { kind: 'run', error: expect.stringContaining('eventTime') },
    ]);
    expect(JSON.stringify(dead.body)).not.toContain('hunter2');
  });
});
