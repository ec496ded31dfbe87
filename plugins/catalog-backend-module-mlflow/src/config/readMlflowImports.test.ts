import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readMlflowImports } from './readMlflowImports';

function read(mlflow: JsonObject) {
  return readMlflowImports(
    new ConfigReader({
      ml: { registries: { eu: { type: 'mlflow', baseUrl: 'http://m' } } },
      catalog: { providers: { mlflow } },
    }),
  );
}

describe('readMlflowImports', () => {
  it('reads nothing where nothing is configured', () => {
    expect(readMlflowImports(new ConfigReader({}))).toEqual([]);
  });

  it('fills in what is left out', () => {
    expect(read({ eu: {} })).toMatchObject([
      {
        server: { id: 'eu', baseUrl: 'http://m' },
        rules: {
          server: 'eu',
          location: 'mlflow:eu',
          namespace: 'default',
          ownerTag: 'owner',
          ownerNamespace: 'default',
          keepGoneForMs: 30 * 24 * 60 * 60_000,
          rules: [],
          ignore: [],
        },
        holdAbovePercent: 20,
        intake: true,
        schedule: { frequency: { minutes: 10 } },
      },
    ]);
  });

  it('reads what is said', () => {
    const [config] = read({
      eu: {
        namespace: 'imported',
        environment: 'production',
        ownerTag: 'team',
        ownerNamespace: 'org',
        keepGoneFor: 'P7D',
        holdAbovePercent: 50,
        intake: false,
        schedule: { frequency: 'PT1M', timeout: 'PT2M' },
        bindings: [{ pattern: '(?<model>.+)_store_(?<variant>\\d+)' }],
        ignore: ['tmp-.*'],
      },
    });
    expect(config).toMatchObject({
      rules: {
        namespace: 'imported',
        environment: 'production',
        ownerTag: 'team',
        ownerNamespace: 'org',
        keepGoneForMs: 7 * 24 * 60 * 60_000,
      },
      holdAbovePercent: 50,
      intake: false,
      schedule: { frequency: { minutes: 1 }, timeout: { minutes: 2 } },
    });
    expect(config.rules.rules[0].apply('demand_store_1')).toMatchObject({
      name: 'demand',
      variant: '1',
    });
    expect(config.rules.ignore[0].match('tmp-1')).toBeDefined();
  });

  it.each([
    ['model' as const, 'http://m/#/models/a%20b'],
    ['prompt' as const, 'http://m/#/prompts/a%20b'],
  ])('links to the page of a %s', (kind, url) => {
    const [{ rules }] = read({ eu: {} });
    expect(rules.linkTo?.({ kind, name: 'a b' })).toEqual({
      title: 'MLflow',
      url,
    });
  });

  it.each([
    [
      { us: {} },
      'catalog.providers.mlflow.us: there is no server "us" of type mlflow',
    ],
    [
      { eu: { holdAbovePercent: 120 } },
      'catalog.providers.mlflow.eu.holdAbovePercent: 120 is not between',
    ],
    [
      { eu: { ignore: ['('] } },
      'catalog.providers.mlflow.eu.ignore[0]: "(" is not a valid pattern',
    ],
    [
      { eu: { bindings: [{ pattern: 'a', name: '{b}' }] } },
      'catalog.providers.mlflow.eu.bindings[0].name: "{b}" uses {b}',
    ],
    [
      { eu: { namespace: 'A B' } },
      'catalog.providers.mlflow.eu.namespace: "A B" is not made of',
    ],
  ])('refuses %j', (mlflow, message) => {
    expect(() => read(mlflow)).toThrow(message);
  });
});
