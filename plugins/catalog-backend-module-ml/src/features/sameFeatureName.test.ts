import { Entity } from '@backstage/catalog-model';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { catalogModuleMl } from '../module';

// Written out, view and field are the same text: card.activity.count.
const views = `
apiVersion: understudy.dev/v1alpha1
kind: FeatureView
metadata: { name: card }
spec:
  type: batch
  lifecycle: production
  fields: [{ name: activity.count }]
---
apiVersion: understudy.dev/v1alpha1
kind: FeatureView
metadata: { name: card.activity }
spec:
  type: batch
  lifecycle: production
  fields: [{ name: count }]
`;

jest.setTimeout(60_000);

describe('two views whose fields come to one name', () => {
  let directory: string;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'same-feature-name-'));
    await writeFile(join(directory, 'views.yaml'), views);
  });

  afterAll(async () => {
    await rm(directory, { recursive: true });
  });

  it('both have their Feature', async () => {
    const { server } = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleMl,
        mockServices.rootConfig.factory({
          data: {
            catalog: {
              rules: [{ allow: ['FeatureView', 'Feature'] }],
              locations: [{ type: 'file', target: `${directory}/*.yaml` }],
            },
          },
        }),
      ],
    });
    let found: Entity[] = [];
    for (let attempt = 0; attempt < 200 && found.length < 2; attempt++) {
      await new Promise(done => setTimeout(done, 100));
      const { body } = await request(server)
        .get('/api/catalog/entities')
        .query({ filter: 'kind=feature' });
      found = body;
    }
    expect(
      found
        .map(({ metadata, spec }) => `${spec?.view} ${metadata.name}`)
        .sort(),
    ).toEqual([
      'featureview:default/card card.activity.count',
      expect.stringMatching(
        /^featureview:default\/card\.activity card\.activity\.count-[0-9a-f]{8}$/,
      ),
    ]);
  });
});
