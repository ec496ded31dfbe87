import { runInProcess } from '../__testUtils__/runInProcess';
import { temporaryFolder } from '../__testUtils__/temporaryFolder';

describe('documents of ODCS that break the standard', () => {
  const folder = temporaryFolder();
  const file = folder.write(
    'orders.odcs.yaml',
    [
      'apiVersion: v3.0.2',
      'kind: DataContract',
      'id: orders',
      'version: 1.0.0',
      'schema:',
      '  - name: orders',
      '    properties:',
      '      - name: placed_at',
      '        logicalType: timestamp',
      '        primarykey: true',
      '',
    ].join('\n'),
  );
  const good = folder.write(
    'good.odcs.yaml',
    [
      ...['apiVersion: v3.1.0', 'kind: DataContract', 'id: orders'],
      ...['version: 1.0.0', 'status: active', 'schema:'],
      ...['  - { name: orders, properties: [] }', ''],
    ].join('\n'),
  );
  const run = (...args: string[]) => runInProcess(args, { cwd: folder.path });
  const notes = [
    {
      kind: 'against-standard',
      pointer: '',
      code: 'AGAINST_THE_STANDARD',
      message: 'The key status is missing, which ODCS 3.0 requires here.',
      place: { path: file, line: 1, column: 1 },
    },
    {
      kind: 'against-standard',
      pointer: '/schema/0/properties/0/logicalType',
      code: 'AGAINST_THE_STANDARD',
      message:
        'This should be one of string, date, number, integer, object, array, boolean, and is "timestamp".',
      place: { path: file, line: 9, column: 9 },
    },
    {
      kind: 'against-standard',
      pointer: '/schema/0/properties/0/primarykey',
      code: 'AGAINST_THE_STANDARD',
      message: 'ODCS 3.0 has no key "primarykey" here.',
      place: { path: file, line: 10, column: 9 },
    },
  ];

  it.each([
    ['check', [file]],
    ['check', [file, '--against', file]],
    ['diff', [file, file]],
    ['lint', [file, good]],
  ])('are read by %s, with notes in JSON', async (command, args) => {
    const { code, out, err } = await run(command, ...args, '--output', 'json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const said = JSON.parse(out).notes as { pointer: string }[];
    expect(said).toHaveLength(notes.length);
    expect(said).toEqual(expect.arrayContaining(notes));
  });

  it('are read with notes in text', async () => {
    const { code, out } = await run('check', file);
    expect(code).toBe(0);
    expect(out).toContain(
      'against the standard that the document names: read all the same, and refused with --strict\n',
    );
    expect(out).toContain(
      '  ! ODCS 3.0 has no key "primarykey" here.\n    /schema/0/properties/0/primarykey - orders.odcs.yaml:10:9\n',
    );
    expect((await run('check', good)).out).not.toContain('the standard');
  });

  it('are read with notes in SARIF, of which each has a fingerprint of its own', async () => {
    const { out } = await run('check', file, '--output', 'sarif');
    const [{ tool, results }] = JSON.parse(out).runs;
    expect(tool.driver.rules).toMatchObject([
      {
        id: 'AGAINST_THE_STANDARD',
        help: { text: 'The document breaks the standard that it names' },
      },
    ]);
    expect(results).toHaveLength(3);
    expect(results).toContainEqual(
      expect.objectContaining({
        level: 'note',
        message: { text: notes[2].message },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: file, uriBaseId: '%SRCROOT%' },
              region: { startLine: 10, startColumn: 9 },
            },
          },
        ],
      }),
    );
    const prints = results.map(
      (result: { partialFingerprints: object }) => result.partialFingerprints,
    );
    expect(
      new Set(prints.map((print: object) => JSON.stringify(print))).size,
    ).toBe(3);
  });

  it.each([
    ['check', [file]],
    ['check', [good, '--against', file]],
    ['diff', [file, good]],
    ['bump', [file, good]],
    ['lint', [good, file]],
    ['convert', [file, '--to', 'contract']],
  ])('are refused by %s with --strict', async (command, args) => {
    const { code, out, err } = await run(command, ...args, '--strict');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.split('\n').sort()).toEqual([
      '',
      ...notes
        .map(
          ({ place: { line, column }, pointer, message }) =>
            `${file}:${line}:${column}${pointer && ` ${pointer}:`} ${message}`,
        )
        .sort(),
    ]);
  });

  it('say by convert what they break, each place once', async () => {
    const { code, err } = await run('convert', file, '--to', 'contract');
    expect(code).toBe(0);
    expect(err).toContain(
      'orders.odcs.yaml: /schema/0/properties/0/primarykey: ODCS 3.0 has no key "primarykey" here. (AGAINST_THE_STANDARD)\n',
    );
    expect(err.match(/The key status is missing/g)).toHaveLength(1);
  });

  it('say by bump what they break, beside the result', async () => {
    const { code, out, err } = await run('bump', good, file);
    expect({ code, out }).toEqual({ code: 0, out: 'minor\n' });
    for (const { pointer, message } of notes.slice(1)) {
      const line = `orders.odcs.yaml: ${pointer}: ${message} (AGAINST_THE_STANDARD)\n`;
      expect(err.split(line)).toHaveLength(2);
    }
    const twice = await run('bump', file, file);
    expect(twice.err.match(/has no key/g)).toHaveLength(1);
    expect((await run('bump', good, good)).err).not.toContain('STANDARD');
  });

  it('take documents that keep to the standard with --strict', async () => {
    expect((await run('check', good, '--strict')).code).toBe(0);
  });
});
