import { mockCredentials } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { streamInBackground } from './streamInBackground';

const entities: Entity[] = Array.from({ length: 250 }, (_, index) => ({
  apiVersion: 'understudy.dev/v1alpha1',
  kind: 'Model',
  metadata: { name: `m${index}`, namespace: 'default' },
}));
const credentials = mockCredentials.service();

describe('streamInBackground', () => {
  it('reads everything, in small pages', async () => {
    const names: string[] = [];
    const sizes: number[] = [];
    for await (const page of streamInBackground(
      catalogServiceMock({ entities }),
      { filter: { kind: 'Model' } },
      { credentials },
    )) {
      sizes.push(page.length);
      names.push(...page.map(entity => entity.metadata.name));
    }
    expect(new Set(names).size).toBe(250);
    expect(sizes).toEqual([200, 50]);
  });

  it('ends when it is told to', async () => {
    const told = new AbortController();
    const read = async () => {
      for await (const page of streamInBackground(
        catalogServiceMock({ entities }),
        {},
        { credentials, signal: told.signal },
      )) {
        told.abort(new Error(`enough after ${page.length}`));
      }
    };
    await expect(read()).rejects.toThrow('enough after 200');
  });
});
