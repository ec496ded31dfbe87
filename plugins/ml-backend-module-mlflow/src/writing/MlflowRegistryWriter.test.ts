import { mockServices } from '@backstage/backend-test-utils';
import { MlflowClient, MlflowRegistryConfig } from '@understudy/mlflow-client';
import { MlflowTestServer } from '@understudy/mlflow-client/testUtils';
import { MlflowVersionSource } from '../MlflowVersionSource';

describe('MlflowRegistryWriter', () => {
  let mlflow: MlflowTestServer;
  const { signal } = new AbortController();
  const record = { name: 'churn', kind: 'model' as const };

  beforeEach(async () => {
    mlflow = await MlflowTestServer.start();
    mlflow.models = [
      {
        name: 'churn',
        creation_timestamp: 1,
        last_updated_timestamp: 1,
        versions: [
          {
            version: '1',
            source: 's3://1',
            creation_timestamp: 1,
            last_updated_timestamp: 1,
          },
        ],
      },
    ];
  });

  afterEach(async () => {
    await mlflow.stop();
  });

  function writer() {
    const server: MlflowRegistryConfig = {
      id: 'eu',
      title: 'MLflow Europe',
      baseUrl: mlflow.url,
      uiUrl: mlflow.url,
      auth: { type: 'none' },
      requestsPerSecond: 1000,
      timeoutMs: 5000,
      intervalSeconds: 60,
    };
    return MlflowVersionSource.create({
      server,
      importing: { namespace: 'default', bindings: [], ignore: [] },
      logger: mockServices.logger.mock(),
      client: MlflowClient.create(server),
    }).registryWriter;
  }
  const wanted = {
    source: 's3://2',
    runId: 'run2',
    description: 'The second',
    tags: [{ key: 'size', value: 'small' }],
  };

  it('finds what the server holds, and nothing where it holds nothing', async () => {
    mlflow.models[0].description = 'Who leaves';
    expect(await writer().findRecord({ record, signal })).toMatchObject({
      name: 'churn',
      kind: 'model',
      description: 'Who leaves',
    });
    expect(
      await writer().findVersion({ record, version: '1', signal }),
    ).toMatchObject({ recordVersion: '1', artifactUri: 's3://1' });
    const unknown = { ...record, name: 'chum' };
    expect(await writer().findRecord({ record: unknown, signal })).toBe(
      undefined,
    );
    expect(
      await writer().findVersion({ record: unknown, version: '1', signal }),
    ).toBe(undefined);
    expect(await writer().findVersion({ record, version: '2', signal })).toBe(
      undefined,
    );
  });

  it('does not say that a server holds nothing which does not answer', async () => {
    const stopped = writer();
    await mlflow.stop();
    const outcomes = await Promise.allSettled([
      stopped.findRecord({ record, signal }),
      stopped.findVersion({ record, version: '1', signal }),
    ]);
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({
        status: 'rejected',
        reason: { name: 'ServiceUnavailableError' },
      });
    }
    mlflow = await MlflowTestServer.start();
  });

  it('registers a version and answers what the server says of it', async () => {
    const made = await writer().createVersion({
      record,
      version: wanted,
      signal,
    });
    expect(made).toMatchObject({
      recordVersion: '2',
      artifactUri: 's3://2',
      runId: 'run2',
      description: 'The second',
      tags: [{ key: 'size', value: 'small' }],
    });
  });

  it('registers no version a second time when no answer comes', async () => {
    mlflow.fault = (request, response) => {
      if (!request.url?.endsWith('model-versions/create')) {
        return false;
      }
      response.writeHead(503).end();
      return true;
    };
    await expect(
      writer().createVersion({ record, version: wanted, signal }),
    ).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('MLflow Europe'),
    });
    expect(mlflow.requests).toHaveLength(1);
  });

  it('finds what the same request gave before', async () => {
    const since = new Date(Date.now() - 60_000).toISOString();
    const find = async (version: object) =>
      (
        await writer().findCreatedSince({
          record,
          version: { ...wanted, ...version },
          since,
          signal,
        })
      )?.recordVersion;
    expect(await find({})).toBeUndefined();
    await writer().createVersion({ record, version: wanted, signal });
    await writer().createVersion({ record, version: wanted, signal });
    expect(await find({})).toBe('2');
    expect(await find({ runId: 'other' })).toBeUndefined();
    expect(await find({ source: "s3://it's" })).toBeUndefined();
    // Registered long ago.
    expect(await find({ source: 's3://1', runId: undefined })).toBeUndefined();
  });

  it('changes descriptions, tags and aliases', async () => {
    const version = '1';
    const one = writer();
    expect(
      await one.describeVersion({
        record,
        version,
        description: 'Words',
        signal,
      }),
    ).toMatchObject({ description: 'Words' });
    const tag = { key: 'a', value: 'b' };
    expect(
      (await one.tagVersion({ record, version, tag, signal })).tags,
    ).toEqual([tag]);
    const noTag = { key: 'a', value: undefined };
    expect(
      (await one.tagVersion({ record, version, tag: noTag, signal })).tags,
    ).toEqual([]);
    expect(await one.tagRecord({ record, tag, signal })).toMatchObject({
      name: 'churn',
      tags: [tag],
    });
    expect((await one.tagRecord({ record, tag: noTag, signal })).tags).toEqual(
      [],
    );
    expect(
      await one.describeRecord({ record, description: 'All', signal }),
    ).toMatchObject({ description: 'All' });
    await one.setAlias({ record, alias: 'candidate', version, signal });
    expect(mlflow.models[0].aliases).toEqual([{ alias: 'candidate', version }]);
    await one.setAlias({
      record,
      alias: 'candidate',
      version: undefined,
      signal,
    });
    expect(mlflow.models[0].aliases).toEqual([]);
    await one.deleteVersion({ record, version, signal });
    expect(mlflow.models[0].versions).toEqual([]);
  });

  it('moves versions between stages', async () => {
    const one = writer();
    const stage = { record, stage: 'Staging', archiveExisting: true, signal };
    await one.createVersion({ record, version: wanted, signal });
    for (const version of ['1', '2']) {
      expect(await one.setStage?.({ ...stage, version })).toMatchObject({
        recordVersion: version,
        stage: 'Staging',
      });
    }
    expect(
      mlflow.models[0].versions?.map(version => version.current_stage),
    ).toEqual(['Archived', 'Staging']);
    const none = { ...stage, version: '2', stage: 'None' };
    expect(await one.setStage?.(none)).not.toHaveProperty('stage');
  });

  it('renames models, whose versions keep their digests', async () => {
    const one = writer();
    const before = await one.describeVersion({
      record,
      version: '1',
      description: '',
      signal,
    });
    expect(
      await one.renameRecord({ record, newName: 'leaving', signal }),
    ).toMatchObject({ name: 'leaving', kind: 'model' });
    const after = await one.describeVersion({
      record: { ...record, name: 'leaving', firstName: record.name },
      version: '1',
      description: '',
      signal,
    });
    expect(after.digest).toBe(before.digest);
    mlflow.models.push({ name: 'churn' });
    await expect(
      one.renameRecord({ record, newName: 'leaving', signal }),
    ).rejects.toMatchObject({ code: 'RESOURCE_ALREADY_EXISTS' });
  });

  it('deletes models', async () => {
    await writer().deleteRecord({ record, signal });
    expect(mlflow.models).toEqual([]);
    await expect(
      writer().deleteRecord({ record, signal }),
    ).rejects.toMatchObject({ code: 'RESOURCE_DOES_NOT_EXIST' });
  });

  it('says what the server said when it refuses', async () => {
    await expect(
      writer().deleteVersion({ record, version: '7', signal }),
    ).rejects.toMatchObject({
      name: 'RegistryRefusedError',
      status: 404,
      code: 'RESOURCE_DOES_NOT_EXIST',
      message: 'version 7',
    });
  });

  it('does not pass on that the server refuses the portal itself', async () => {
    mlflow.fault = (_request, response) => {
      response.writeHead(401).end();
      return true;
    };
    await expect(
      writer().deleteVersion({ record, version: '1', signal }),
    ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });
  });
});
