import { runInProcess } from '../__testUtils__/runInProcess';
import { temporaryFolder } from '../__testUtils__/temporaryFolder';

describe('lint', () => {
  const folder = temporaryFolder();

  it('accepts contracts, of providers and consumers', async () => {
    expect(
      await runInProcess([
        ...['lint', 'fraud-score-1.0.0.yaml', 'disputes.yaml'],
        ...['--conventions', 'conventions.yaml'],
      ]),
    ).toEqual({
      code: 0,
      out: 'fraud-score 1.0.0 by the conventions: compatible\n\ndisputes-fraud-score 1.0.0 by the conventions: compatible\n',
      err: '',
    });
  });

  it('says that a document has nothing to judge, in every form', async () => {
    folder.write(
      'bare.yaml',
      [
        'apiVersion: v3.1.0',
        'kind: DataContract',
        'id: payments',
        'version: 1.2.0',
        'status: active',
      ].join('\n'),
    );
    const run = async (...args: string[]) =>
      await runInProcess(args, { cwd: folder.path });
    for (const command of ['lint', 'check']) {
      expect((await run(command, 'bare.yaml')).out).toBe(
        [
          'payments 1.2.0 by its form alone: compatible',
          '  Not all of bare.yaml could be judged: 1 note, which convert --to contract lists.',
          '',
          'not judged: there is nothing to judge',
          '  ! The document has no schema, and so no ports.',
          '    / - bare.yaml:1:1',
          '',
        ].join('\n'),
      );
      const json = await run(command, 'bare.yaml', '--output', 'json');
      expect(JSON.parse(json.out).notes).toEqual([
        {
          kind: 'nothing-to-judge',
          pointer: '',
          code: 'NO_SCHEMA',
          message: 'The document has no schema, and so no ports.',
          place: { path: 'bare.yaml', line: 1, column: 1 },
        },
      ]);
      const sarif = await run(command, 'bare.yaml', '--output', 'sarif');
      expect(JSON.parse(sarif.out).runs[0]).toMatchObject({
        tool: { driver: { rules: [{ id: 'NO_SCHEMA' }] } },
        results: [{ ruleId: 'NO_SCHEMA', level: 'note' }],
      });
    }
    expect(await run('convert', 'bare.yaml', '--to', 'avro')).toMatchObject({
      code: 2,
      out: '',
      err: [
        'bare.yaml: /: The document has no schema, and so no ports. (NO_SCHEMA)',
        'bare.yaml has no ports, and avro is of one. Give a document that has a schema.',
        '',
      ].join('\n'),
    });
  });

  it('says what is wrong with each line', async () => {
    folder.write(
      'wrong.yaml',
      [
        'apiVersion: understudy.dev/v1alpha1',
        'kind: InterfaceContract',
        'metadata: { name: x, version: one, status: active }',
        'spec:',
        '  subject: model:default/x',
        '  role: providr',
        '  ports: []',
      ].join('\n'),
    );
    const { code, out, err } = await runInProcess(['lint', 'wrong.yaml'], {
      cwd: folder.path,
    });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^wrong\.yaml:3:22 \/metadata\/version: .*"one"$/m);
    expect(err).toMatch(/^wrong\.yaml:6:3 \/spec\/role: .*"providr"$/m);
  });

  it('names no more than twenty of many problems', async () => {
    const ports = Array.from({ length: 100 }, () => ({ name: 1 }));
    folder.write(
      'many.json',
      JSON.stringify({ kind: 'InterfaceContract', spec: { ports } }),
    );
    const { err } = await runInProcess(['lint', 'many.json'], {
      cwd: folder.path,
    });
    expect(err.trimEnd().split('\n')).toHaveLength(21);
    expect(err).toMatch(/\.\.\. and \d+ more\n$/);
  });

  it.each([
    ['empty.yaml', '', /format cannot be told/],
    ['bytes.yaml', Uint8Array.from([0xff, 0xfe, 0xff]), /not text in UTF-8/],
    ['large.yaml', 'x'.repeat(10 * 1024 * 1024 + 1), /larger than 10 MB/],
    ['list.avsc', '{"type":"record"}', /list\.avsc:1:1 is not avro: \/name: /],
  ])('refuses %s', async (name, content, message) => {
    folder.write(name, content);
    expect(
      await runInProcess(['lint', name], { cwd: folder.path }),
    ).toMatchObject({ code: 2, out: '', err: expect.stringMatching(message) });
  });

  it('says why a file cannot be read', async () => {
    const { path } = folder;
    for (const [file, reason] of [
      ['none.yaml', 'none.yaml cannot be read: there is no such file.\n'],
      ['.', '. cannot be read: it is a folder.\n'],
    ]) {
      expect(await runInProcess(['check', file], { cwd: path })).toMatchObject({
        code: 2,
        err: reason,
      });
    }
  });

  it('ends for JSON that is nested without end', async () => {
    const deep = `${'{"items":'.repeat(50_000)}{}${'}'.repeat(50_000)}`;
    folder.write('deep.json', deep);
    for (const format of ['contract', 'json-schema']) {
      expect(
        await runInProcess(['lint', 'deep.json', '--format', format], {
          cwd: folder.path,
        }),
      ).toMatchObject({ code: 2, out: '' });
    }
  });
});
