import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readRegistryImportConfig } from './readRegistryImportConfig';

function read(data: JsonObject) {
  return readRegistryImportConfig(new ConfigReader(data), {
    at: 'catalog.providers.mlflow.eu',
  });
}

describe('readRegistryImportConfig', () => {
  it('imports everything where nothing is said', () => {
    const everything = { namespace: 'default', bindings: [], ignore: [] };
    expect(read({})).toEqual(everything);
    expect(readRegistryImportConfig(undefined, { at: 'x' })).toEqual(
      everything,
    );
  });

  it('reads what is said', () => {
    const data = {
      namespace: 'imported',
      environment: 'production',
      bindings: [
        { pattern: '(?<model>.+)_(?<s>\\d+)', variant: 'store={s}' },
        { pattern: 'x', name: 'y', namespace: 'z', environment: 'staging' },
      ],
      ignore: ['tmp-.*'],
    };
    expect(read(data)).toEqual(data);
  });

  it.each([
    [
      { namespace: 'My Team' },
      'catalog.providers.mlflow.eu.namespace: "My Team" is not made of',
    ],
    [
      { environment: 'PROD' },
      'catalog.providers.mlflow.eu.environment: "PROD" is not made of',
    ],
    [{ bindings: [{ name: 'x' }] }, "'bindings[0].pattern'"],
  ])('refuses %j', (data, message) => {
    expect(() => read(data)).toThrow(message);
  });
});
