import { databases } from '../../../__testUtils__/migratedDatabase';
import {
  createKey,
  signatureArtifact,
  signStatement,
  statementOf,
} from '../../../evidence/__testUtils__/signFiles';
import { openPortal, Portal } from '../../__testUtils__/openPortal';
import { POLICY } from '../../__testUtils__/policy';
import { MODEL } from '../../__testUtils__/startPromotions';

jest.setTimeout(120_000);

const policy = POLICY.replace(
  '      approvals:',
  `        - id: files
          type: artifact
          with: {requireSignature: true, requireSbom: true, maxCriticalCves: 1}
      approvals:`,
);
const at = '2026-11-20T00:00:00.000Z';

describe.each(databases.eachSupportedId())('the artifact gate on %s', id => {
  let portal: Portal;

  const addFiles = async (versionId: string, ...paths: string[]) => {
    for (const [position, path] of paths.entries()) {
      await portal.knex('version_artifact').insert({
        id: `01KA0000000000000000000${versionId.slice(-2)}${position}`,
        version_id: versionId,
        position,
        path,
        digest: `sha256:${'b'.repeat(64)}`,
        added_by: 'service:ci',
        added_at: at,
      });
    }
  };
  const addLabel = async (versionId: string, value: string) => {
    await portal.knex('version_label').insert({
      id: `01KB0000000000000000000${versionId.slice(-3)}`,
      version_id: versionId,
      position: 0,
      key: 'critical-cves',
      value,
      added_by: 'service:ci',
      added_at: at,
    });
  };

  beforeEach(async () => {
    portal = await openPortal(id, { policy });
    const { knex, versions, world } = portal;
    await knex('version').update({ artifact_uri: 's3://models/fraud' });
    await knex('registry_source').insert({
      server: 'eu',
      type: 'fake',
      last_attempt_at: world.clock.now.toISOString(),
      last_success_at: world.clock.now.toISOString(),
    });
    await addFiles(versions['44'], 'model.onnx', 'model.onnx.sig', 'bom.json');
    await addLabel(versions['44'], '1');
  });

  afterEach(async () => {
    await portal.stop();
  });

  const filesOf = (body: { gateRuns: { gateId: string }[] }) =>
    body.gateRuns.find(({ gateId }) => gateId === 'files');
  const sweep = () =>
    portal.feature.sweeper.sweep(new AbortController().signal);
  const source = (columns: object) =>
    portal.knex('registry_source').where({ server: 'eu' }).update(columns);

  it('finds what the version has', async () => {
    const { body } = await portal.ask('44');
    expect(body.state).toBe('awaiting_approval');
    expect(filesOf(body)).toMatchObject({
      status: 'pass',
      evidence: [
        { kind: 'digest' },
        { summary: 'model.onnx.sig, added by service:ci' },
        { summary: 'bom.json, added by service:ci' },
        { summary: 'critical-cves = 1, added by service:ci' },
      ],
    });
    const { body: explained } = await portal
      .by('scientist')
      .post(`/promotions/${body.id}/gates/files/explain`, {});
    expect(explained.replay).toMatchObject({ status: 'pass', same: true });
  });

  it('fails without, and names all that is missing', async () => {
    const { body } = await portal.ask('43');
    expect(filesOf(body)).toMatchObject({
      status: 'fail',
      blocks: true,
      summary: `${MODEL}@43 has no signature among its files. ${MODEL}@43 has no bill of materials among its files`,
    });
  });

  it('holds on to the digest that was asked for', async () => {
    await source({ last_error: 'timeout', last_success_at: at });
    const { body: asked } = await portal.ask('44');
    expect(filesOf(asked)).toMatchObject({
      status: 'unknown',
      summary: `Whether MLflow EU still has ${MODEL}@44 is not known: timeout`,
    });
    await portal
      .knex('version')
      .where({ id: portal.versions['44'] })
      .update({ digest: 'sha256:other' });
    for (const _ of ['once', 'again']) {
      await sweep();
      expect(filesOf(await portal.read(asked.id))).toMatchObject({
        status: 'fail',
        summary: expect.stringContaining('has the digest sha256:other now'),
      });
    }
    await portal.by('scientist').post(`/promotions/${asked.id}/cancel`, {
      revision: (await portal.read(asked.id)).revision,
    });
    await source({
      last_error: null,
      last_success_at: portal.world.clock.now.toISOString(),
    });
    expect(filesOf((await portal.ask('44')).body)).toMatchObject({
      status: 'pass',
    });
  });

  it.each([
    ['was never read', { last_success_at: null }, 'never read to the end'],
    ['was read long ago', { last_success_at: at }, `was last read at ${at}`],
  ])('does not know while its registry %s', async (_what, columns, why) => {
    await source(columns);
    expect(filesOf((await portal.ask('44')).body)).toMatchObject({
      status: 'unknown',
      summary: expect.stringContaining(why),
    });
  });

  it('does not know while the record of the version cannot be read', async () => {
    await portal.knex('registry_record').update({ last_error: 'not JSON' });
    expect(filesOf((await portal.ask('44')).body)).toMatchObject({
      status: 'unknown',
      summary: expect.stringContaining('not JSON'),
    });
  });
});

describe.each(databases.eachSupportedId())('verified signatures on %s', id => {
  const ci = createKey('ci');
  const digest = `sha256:${'b'.repeat(64)}`;
  let portal: Portal;

  const addArtifact = async (path: string, file: { digest: string }) => {
    const row = {
      id: `01KC00000000000000000000${path.slice(0, 2)}`,
      version_id: portal.versions['44'],
      position: 0,
      added_by: 'service:ci',
      added_at: at,
    };
    await portal.knex('version_artifact').insert({
      ...row,
      path,
      digest: file.digest,
    });
    return row;
  };
  const addSignature = async (path: string, document: object) => {
    const { content, ...file } = signatureArtifact(path, document);
    const row = await addArtifact(path, file);
    await portal
      .knex('version_signature')
      .insert({ ...row, artifact_id: row.id, content });
  };
  const gateOf = async () => {
    const { body } = await portal.ask('44');
    return [
      body.id,
      body.gateRuns.find((run: { gateId: string }) => run.gateId === 'signed'),
    ];
  };

  beforeEach(async () => {
    portal = await openPortal(id, {
      policy: POLICY.replace(
        '      approvals:',
        `        - id: signed
          type: artifact
          with: {requireVerifiedSignature: true}
      approvals:`,
      ),
      signatureKeys: [ci],
    });
    const { knex, world } = portal;
    await knex('version').update({ artifact_uri: 's3://models/fraud' });
    await knex('registry_source').insert({
      server: 'eu',
      type: 'fake',
      last_attempt_at: world.clock.now.toISOString(),
      last_success_at: world.clock.now.toISOString(),
    });
    await addArtifact('a.onnx', { digest });
  });

  afterEach(async () => {
    await portal.stop();
  });

  it('let a version through whose files a known key has signed', async () => {
    await addSignature(
      'b.intoto.jsonl',
      signStatement(statementOf({ 'a.onnx': digest }), ci),
    );
    const [promotion, run] = await gateOf();
    expect(run).toMatchObject({
      status: 'pass',
      evidence: [
        { kind: 'digest' },
        {
          summary:
            'b.intoto.jsonl, added by service:ci, verified with the key ci',
        },
      ],
    });
    const { body: explained } = await portal
      .by('scientist')
      .post(`/promotions/${promotion}/gates/signed/explain`, {});
    expect(explained.replay).toMatchObject({ status: 'pass', same: true });
  });

  it('hold back one whose files nobody known has signed', async () => {
    await addSignature(
      'b.sigstore.json',
      signStatement(statementOf({ 'a.onnx': digest }), createKey('other')),
    );
    expect((await gateOf())[1]).toMatchObject({
      status: 'fail',
      blocks: true,
      summary: `No signature of ${MODEL}@44 is verified. b.sigstore.json: None of the 1 configured keys fits`,
    });
  });

  it('hold back one with a file that is not signed', async () => {
    await addSignature(
      'b.sig',
      signStatement(statementOf({ 'a.onnx': digest }), ci),
    );
    await addArtifact('c.bin', { digest: `sha256:${'c'.repeat(64)}` });
    expect((await gateOf())[1]).toMatchObject({
      status: 'fail',
      summary: `No verified signature is about c.bin of ${MODEL}@44`,
    });
  });
});
