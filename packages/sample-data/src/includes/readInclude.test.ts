import { PlaceholderResolverParams } from '@backstage/plugin-catalog-node';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { readInclude } from './readInclude';

describe('readInclude', () => {
  const folder = createMockDirectory({
    content: {
      'catalog/contract.yaml': 'version: 1.0.0',
      'secret.yaml': 'password: x',
    },
  });

  const include = (
    value: PlaceholderResolverParams['value'],
    options: Partial<PlaceholderResolverParams> = {},
  ) =>
    readInclude({
      key: 'yaml',
      value,
      baseUrl: folder.resolve('catalog/datasets.yaml'),
      read: async url => Buffer.from(`from: ${url}`),
      resolveUrl: (url, base) => new URL(url, base).toString(),
      emit: jest.fn(),
      ...options,
    });

  it('reads files beside the entity', async () => {
    await expect(include('./contract.yaml')).resolves.toEqual({
      version: '1.0.0',
    });
  });

  it('reads from repositories as the catalog does', async () => {
    const emit = jest.fn();
    const baseUrl = 'https://git.example.com/data/catalog-info.yaml';
    await expect(
      include('./contract.yaml', { baseUrl, emit }),
    ).resolves.toEqual({ from: 'https://git.example.com/data/contract.yaml' });
    expect(emit).toHaveBeenCalledWith({
      type: 'refresh',
      key: 'url:https://git.example.com/data/contract.yaml',
    });
  });

  it.each([['../secret.yaml'], ['/etc/hostname'], [{ target: 'a' }]])(
    'does not read %j',
    async value => {
      await expect(include(value)).rejects.toThrow('$yaml is');
    },
  );
});
