import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { ANNOTATION_ORIGIN_LOCATION, Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  ML_PORTAL_MODELS_TOPIC,
  mlPortalModelsServiceRef,
  PortalModel,
} from '@understudy/plugin-ml-node';
import request from 'supertest';
import { catalogModuleMl } from '../module';

jest.setTimeout(60_000);

const parcels: PortalModel = {
  name: 'parcels',
  kind: 'model',
  namespace: 'default',
  entityName: 'parcels',
  owner: 'group:default/forecasting',
  description: 'As a client registered it',
  tags: [],
};

const YAML = `
apiVersion: understudy.dev/v1alpha1
kind: Model
metadata:
  name: parcels
  description: As the team describes it
spec:
  type: regressor
  lifecycle: production
  owner: group:default/forecasting
  home: portal
`;

describe('a Model of the portal that a team describes', () => {
  const directory = createMockDirectory();

  it('is taken over by the file under the ref it has', async () => {
    directory.setContent({ 'other.yaml': '' });
    const events = mockServices.events();
    const { server } = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleMl,
        createServiceFactory({
          service: eventsServiceRef,
          deps: {},
          factory: () => events,
        }),
        createServiceFactory({
          service: mlPortalModelsServiceRef,
          deps: {},
          factory: () => ({ list: async () => [parcels] }),
        }),
        mockServices.rootConfig.factory({
          data: {
            catalog: {
              processingInterval: { seconds: 1 },
              rules: [{ allow: ['Model', 'Feature'] }],
              locations: [
                {
                  type: 'file',
                  target: directory.resolve('catalog-info.yaml'),
                },
              ],
            },
          },
        }),
      ],
    });
    const models = async (): Promise<Entity[]> =>
      (
        await request(server)
          .get('/api/catalog/entities?filter=kind=model')
          .expect(200)
      ).body;
    const described = async (description: string): Promise<Entity> => {
      for (let attempt = 0; attempt < 250; attempt += 1) {
        const found = await models();
        // Never two of them, and never none once it is there.
        expect(found.length).toBeLessThanOrEqual(1);
        if (found[0]?.metadata.description === description) {
          return found[0];
        }
        await new Promise(done => setTimeout(done, 100));
      }
      throw new Error(`No model is described '${description}'`);
    };

    // As the registry does when a client has registered a model.
    await events.publish({
      topic: ML_PORTAL_MODELS_TOPIC,
      eventPayload: {},
    });
    const emitted = await described('As a client registered it');
    directory.addContent({ 'catalog-info.yaml': YAML });
    const taken = await described('As the team describes it');
    expect(taken.metadata).toMatchObject({
      name: 'parcels',
      namespace: 'default',
      uid: emitted.metadata.uid,
    });
    expect(taken.metadata.annotations?.[ANNOTATION_ORIGIN_LOCATION]).toMatch(
      /^file:/,
    );
    expect(taken.spec).toMatchObject({ home: 'portal', type: 'regressor' });
    expect(await models()).toHaveLength(1);
  });
});
