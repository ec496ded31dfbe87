import { Knex } from 'knex';
import {
  databases,
  migratedDatabase,
} from '../../__testUtils__/migratedDatabase';
import { digestOf, evidenceOn } from '../__testUtils__/evidenceOn';
import {
  createKey,
  signatureArtifact,
  signStatement,
  statementOf,
} from '../__testUtils__/signFiles';

jest.setTimeout(120_000);

const ci = createKey('ci');
const model = { path: 'model.onnx', digest: digestOf('b') };
const signature = signatureArtifact(
  'model.onnx.intoto.jsonl',
  signStatement(statementOf({ 'model.onnx': digestOf('b') }), ci),
);
const { content, ...withoutContent } = signature;

describe.each(databases.eachSupportedId())('signatures on %s', id => {
  let knex: Knex;
  let on: Awaited<ReturnType<typeof evidenceOn>>;

  const signaturesOf = async (version?: string) =>
    (await on.read(version)).artifacts.map(artifact => artifact.signature);

  beforeEach(async () => {
    knex = await migratedDatabase(id);
    on = await evidenceOn(knex, { signatureKeys: [ci] });
  });

  it('are verified whenever the evidence is read', async () => {
    const answer = await on.add({ artifacts: [model, signature] });
    expect(answer.artifacts).toEqual([
      expect.not.objectContaining({ signature: expect.anything() }),
      expect.objectContaining({
        path: signature.path,
        signature: {
          status: 'verified',
          key: { id: 'ci' },
          reason: expect.any(String),
          covers: ['model.onnx'],
          coversVersion: false,
        },
      }),
    ]);
    expect(await on.read()).toEqual(answer);
    expect(JSON.stringify(answer)).not.toContain(JSON.stringify(content));

    // Another replica knows no key any more, and then another one.
    for (const [signatureKeys, status] of [
      [[], 'not-verified'],
      [[createKey('new')], 'unknown-key'],
    ] as const) {
      const { evidence } = await evidenceOn(knex, {
        signatureKeys: [...signatureKeys],
      });
      const [, { signature: now }] = (
        await evidence.get('model:default/fraud-score', '1')
      ).artifacts;
      expect(now?.status).toBe(status);
    }
  });

  it('are told from what is on record without its content, which may come later', async () => {
    await on.add({ artifacts: [model, withoutContent] });
    expect(await signaturesOf()).toEqual([
      undefined,
      expect.objectContaining({
        status: 'not-verified',
        reason: expect.stringContaining("with its 'content'"),
      }),
    ]);
    await on.add({ artifacts: [signature] });
    await on.add({ artifacts: [signature] });
    expect(await signaturesOf()).toEqual([
      undefined,
      expect.objectContaining({ status: 'verified' }),
    ]);
    const events = await on.events();
    expect(events.map(({ data }) => JSON.parse(data).after.added)).toEqual([
      { artifacts: expect.objectContaining({ count: 2 }) },
      { signatures: expect.objectContaining({ count: 1 }) },
    ]);
    expect(await knex('version_signature')).toHaveLength(1);
  });

  it('are refused with a content that is not theirs, or of no signature', async () => {
    await expect(
      on.add({ artifacts: [{ ...signature, content: `${content}\n` }] }),
    ).rejects.toThrow(
      /artifacts\.0\.digest of 'model\.onnx\.intoto\.jsonl' is 'sha256:[0-9a-f]{64}', and the content has 'sha256:/,
    );
    await expect(
      on.add({ artifacts: [{ ...signature, path: 'model.json' }] }),
    ).rejects.toThrow(
      "artifacts.0.content is given for 'model.json', which does not sign other files",
    );
    expect((await on.read()).artifacts).toEqual([]);
  });

  it('are kept up to a bound, all of an addition or none', async () => {
    const many = Array.from({ length: 11 }, (_, index) => ({
      ...signature,
      path: `${index}.sig`,
    }));
    await expect(on.add({ artifacts: many })).rejects.toThrow(
      /^signatures: .* has 0 already, and 10 are kept; 11 more are too many/,
    );
    await on.add({ artifacts: many.slice(1) });
    expect(await signaturesOf()).toHaveLength(10);
  });
});
