import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { readInPages } from './readInPages';

const entities = Array.from({ length: 450 }, (_, index): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: index === 0 ? 'System' : 'Component',
  metadata: { name: `e${index}` },
}));

function start(signal = new AbortController().signal) {
  const catalog = catalogServiceMock({ entities });
  const pages = readInPages({
    auth: mockServices.auth(),
    catalog,
    request: { filter: { kind: 'Component' }, fields: ['metadata.name'] },
    signal,
  });
  return { catalog, pages };
}

describe('readInPages', () => {
  it('reads all that is asked for, in small pages', async () => {
    const sizes: number[] = [];
    for await (const page of start().pages) {
      sizes.push(page.length);
    }
    expect(sizes).toEqual([200, 200, 49]);
  });

  it('reads no further once it is to stop', async () => {
    const controller = new AbortController();
    const { pages } = start(controller.signal);
    expect((await pages.next()).value).toHaveLength(200);
    controller.abort();
    await expect(pages.next()).rejects.toThrow('aborted');
  });

  it('rejects when the catalog cannot be read', async () => {
    const { catalog, pages } = start();
    jest.spyOn(catalog, 'streamEntities').mockImplementation(() => {
      throw new Error('not now');
    });
    await expect(pages.next()).rejects.toThrow('not now');
  });
});
