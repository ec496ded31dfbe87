import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readMlflowRegistries } from './readMlflowRegistries';

function read(registries: JsonObject) {
  return readMlflowRegistries(new ConfigReader({ ml: { registries } }));
}

const minimal = { type: 'mlflow', baseUrl: 'https://mlflow.example.com/' };

describe('readMlflowRegistries', () => {
  it('reads nothing where nothing is configured', () => {
    expect(readMlflowRegistries(new ConfigReader({}))).toEqual([]);
  });

  it('fills in what is left out', () => {
    expect(read({ 'mlflow-eu': minimal })).toEqual([
      {
        id: 'mlflow-eu',
        title: 'mlflow-eu',
        baseUrl: 'https://mlflow.example.com',
        uiUrl: 'https://mlflow.example.com',
        auth: { type: 'none' },
        requestsPerSecond: 20,
        timeoutMs: 30_000,
        intervalSeconds: 300,
      },
    ]);
  });

  it('reads everything that is given', () => {
    const [registry] = read({
      eu: {
        ...minimal,
        uiUrl: 'https://ml.example.com',
        workspace: 'team-fraud',
        title: 'MLflow Europe',
        auth: { type: 'basic', username: 'reader', password: 'p' },
        requestsPerSecond: 5,
        timeout: { seconds: 10 },
        interval: 'PT1M',
      },
    });
    expect(registry).toMatchObject({
      uiUrl: 'https://ml.example.com',
      workspace: 'team-fraud',
      title: 'MLflow Europe',
      auth: { type: 'basic', username: 'reader', password: 'p' },
      requestsPerSecond: 5,
      timeoutMs: 10_000,
      intervalSeconds: 60,
    });
  });

  it('leaves other types of registry alone', () => {
    expect(read({ aws: { type: 'sagemaker' }, eu: minimal })).toHaveLength(1);
  });

  it.each([
    [{ EU: minimal }, 'ml.registries.EU: the id of a registry'],
    [{ a_b: minimal }, 'ml.registries.a_b: the id of a registry'],
    [
      { eu: { ...minimal, baseUrl: 'mlflow' } },
      'ml.registries.eu.baseUrl: "mlflow" is not an http or https address',
    ],
    [
      { eu: { ...minimal, uiUrl: 'file:///etc/hosts' } },
      'ml.registries.eu.uiUrl: "file:///etc/hosts" is not an http',
    ],
    [
      { eu: { ...minimal, baseUrl: 'https://u:p@mlflow.example.com' } },
      'ml.registries.eu.baseUrl: put credentials into the "auth" block',
    ],
    [
      { eu: { ...minimal, baseUrl: 'https://mlflow.example.com?a=1' } },
      'must not have a query',
    ],
    [
      { eu: { ...minimal, auth: { type: 'kerberos' } } },
      'ml.registries.eu.auth.type: "kerberos" is not one of',
    ],
    [
      { eu: { ...minimal, auth: { type: 'bearer' } } },
      "'ml.registries.eu.auth.token'",
    ],
    [
      { eu: { ...minimal, requestsPerSecond: 0 } },
      'ml.registries.eu.requestsPerSecond: 0 is not a number above 0',
    ],
    [
      { eu: { ...minimal, timeout: { seconds: 0 } } },
      'ml.registries.eu.timeout: 0 is not a number above 0',
    ],
    [
      { eu: { ...minimal, workspace: 'Team Fraud' } },
      'ml.registries.eu.workspace: "Team Fraud" is not made of',
    ],
    [{ eu: { type: 'mlflow' } }, "'ml.registries.eu.baseUrl'"],
  ])('refuses %j', (registries, message) => {
    expect(() => read(registries)).toThrow(message);
  });
});
