import { RunEvidence } from '@understudy/plugin-ml-node';
import { Knex } from 'knex';
import { FakeVersionSource } from '../../__testUtils__/FakeVersionSource';
import {
  databases,
  migratedDatabase,
} from '../../__testUtils__/migratedDatabase';
import { DatabaseLedger } from '../../ledger/DatabaseLedger';
import { readVersionEvidence } from '../../evidence/read/readVersionEvidence';
import { MetricDictionary } from '../../registry/MetricDictionary';
import { openDoor, portalModel } from '../__testUtils__/openDoor';
import { VersionEvidence } from './VersionEvidence';

jest.setTimeout(60_000);

const evidence: RunEvidence = {
  metrics: [
    { rawName: 'val_auc', value: 0.91, dataset: 'holdout' },
    { rawName: 'loss', value: NaN },
  ],
  params: [{ key: 'depth', value: '6' }],
  signature: {
    inputs: [{ name: 'age', type: 'long', required: true }],
    outputs: [],
  },
  links: [{ title: 'Run in MLflow', url: 'https://mlflow.example/r1' }],
};

/** A tracking server that answers so, or fails. */
function tracking(id: string, answer: RunEvidence | Error | undefined) {
  return Object.assign(new FakeVersionSource(id), {
    readRunEvidence: jest.fn(async () => {
      if (answer instanceof Error) {
        throw answer;
      }
      return answer;
    }),
  });
}

describe.each(databases.eachSupportedId())('VersionEvidence on %s', id => {
  let knex: Knex;
  let door: Awaited<ReturnType<typeof openDoor>>;
  let versionId: string;

  beforeEach(async () => {
    knex = await migratedDatabase(id);
    door = await openDoor(knex, { entities: [portalModel('gift-wrap')] });
    await door.by('scientist').post('model-versions/create', {
      name: 'gift-wrap',
      source: 's3://runs/r1/model',
      run_id: 'r1',
      run_link: 'https://mlflow.example/mine',
    });
    [versionId] = await knex('version')
      .where({ source_type: 'portal' })
      .pluck('id');
  });

  afterEach(async () => {
    await door.stop();
  });

  const from = (...sources: FakeVersionSource[]) =>
    new VersionEvidence({
      dictionary: MetricDictionary.create([
        { name: 'roc_auc', aliases: ['val_auc'] },
      ]),
      knex,
      ledger: DatabaseLedger.create({ knex }),
      sources: () => sources,
    });
  const told = async () =>
    await knex('event').where({ type: 'dev.understudy.version.evidence' });

  it('is asked for when a version is registered, and later once more', async () => {
    const messages = await knex('outbox')
      .where({ kind: 'version-evidence' })
      .orderBy('available_at');
    expect(messages.map(({ payload }) => JSON.parse(payload))).toEqual(
      Array(2).fill({ kind: 'version-evidence', versionId }),
    );
    await door.feature.outboxWorker.runOnce();
    expect(door.world.fetchEvidence).toHaveBeenCalledWith(versionId);
  });

  it('adds metrics under their common names, parameters and links', async () => {
    const source = tracking('eu', evidence);
    await from(tracking('us', undefined), source).fetch(versionId);
    expect(source.readRunEvidence).toHaveBeenCalledWith(
      expect.objectContaining({ source: 's3://runs/r1/model', runId: 'r1' }),
    );
    expect(
      await knex('version_metric').where({ version_id: versionId }),
    ).toMatchObject([
      { name: 'roc_auc', raw_name: 'val_auc', value: 0.91, dataset: 'holdout' },
    ]);
    const version = await knex('version').where({ id: versionId }).first();
    expect(JSON.parse(version.params)).toEqual(evidence.params);
    expect(JSON.parse(version.signature)).toEqual(evidence.signature);
    expect(JSON.parse(version.links)).toEqual([
      { title: 'Run', url: 'https://mlflow.example/mine' },
      ...evidence.links,
    ]);
    expect(await told()).toHaveLength(1);
  });

  it('adds the run and the place that only the server knows', async () => {
    await knex('version')
      .where({ id: versionId })
      .update({ run_id: null, model_id: 'm-1', artifact_uri: 'models:/m-1' });
    await from(
      tracking('eu', { ...evidence, runId: 'r7', artifactUri: 's3://runs/r7' }),
    ).fetch(versionId);
    expect(
      await knex('version').where({ id: versionId }).first(),
    ).toMatchObject({
      run_id: 'r7',
      artifact_uri: 's3://runs/r7',
    });
    // The client that asks again gets the same version all the same.
    const repeated = await door.by('scientist').post('model-versions/create', {
      name: 'gift-wrap',
      source: 's3://runs/r1/model',
      run_id: 'r1',
    });
    expect(repeated.body.model_version).toMatchObject({
      version: '1',
      run_id: 'r7',
    });
  });

  it('writes nothing down that was there before', async () => {
    await from(tracking('eu', evidence)).fetch(versionId);
    await from(tracking('eu', evidence)).fetch(versionId);
    expect(await told()).toHaveLength(1);
  });

  it('keeps what the run says of how the version was made, once', async () => {
    const code = { commit: 'abcdef1234', path: 'train.py' };
    const source = tracking('eu', {
      ...evidence,
      provenance: { run: { id: 'r1' }, code, trainedBy: 'nightly' },
    });
    await from(source).fetch(versionId);
    const { provenance } = await readVersionEvidence(knex, versionId);
    expect(provenance).toMatchObject([
      { addedBy: 'system:ml', run: { id: 'r1' }, code, trainedBy: 'nightly' },
    ]);
    await knex('version_provenance').insert({
      id: '01K'.padEnd(26, '0'),
      version_id: versionId,
      position: 1,
      added_by: 'user:default/scientist',
      added_at: '2026-11-26T12:00:00.000Z',
      content: '{"trainedBy":"backfill"}',
    });
    await from(source).fetch(versionId);
    const { provenance: after } = await readVersionEvidence(knex, versionId);
    // What somebody has said since counts more than what the run says again.
    expect(after.map(({ trainedBy }) => trainedBy)).toEqual([
      'backfill',
      'nightly',
    ]);
    expect(await told()).toHaveLength(1);
  });

  it('leaves a version alone that was deleted meanwhile', async () => {
    await door.by('scientist').delete('model-versions/delete', {
      name: 'gift-wrap',
      version: '1',
    });
    const source = tracking('eu', evidence);
    await from(source).fetch(versionId);
    expect(source.readRunEvidence).not.toHaveBeenCalled();
    expect(await told()).toEqual([]);
  });

  it('is content when no server has the run', async () => {
    await from(tracking('eu', undefined), new FakeVersionSource('us')).fetch(
      versionId,
    );
    expect(await told()).toEqual([]);
  });

  it('fails, to be tried again, when a server cannot be asked', async () => {
    const down = tracking('eu', new Error('connection refused'));
    await expect(from(down).fetch(versionId)).rejects.toThrow(
      "No tracking server could tell of run 'r1': Registry eu: Error: connection refused",
    );
    await from(down, tracking('us', evidence)).fetch(versionId);
    expect(await told()).toHaveLength(1);
  });
});
