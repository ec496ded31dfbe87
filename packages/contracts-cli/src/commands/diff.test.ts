import { runInProcess } from '../__testUtils__/runInProcess';
import { temporaryFolder } from '../__testUtils__/temporaryFolder';

describe('diff', () => {
  const folder = temporaryFolder();

  it('lists harmless changes too', async () => {
    const { code, out } = await runInProcess([
      ...['diff', 'fraud-score-1.0.0.yaml', 'fraud-score-1.1.0.yaml'],
    ]);
    expect(code).toBe(0);
    expect(out).toContain('fraud-score 1.0.0 → 1.1.0: compatible');
    expect(out).toMatch(/· .*channel/);
    expect(out).toContain(
      'New optional field (FIELD_ADDED_OPTIONAL) in inputs',
    );
  });

  it('says that nothing changed, and fails for what breaks', async () => {
    expect(
      await runInProcess(['diff', 'payments-1.avsc', 'payments-1.avsc']),
    ).toEqual({
      code: 0,
      out: 'payments-1.avsc → payments-1.avsc: compatible\n  Nothing changed.\n',
      err: '',
    });
    expect(
      await runInProcess([
        ...['diff', 'fraud-score-1.1.0.yaml', 'fraud-score-1.2.0.yaml'],
      ]),
    ).toMatchObject({ code: 1 });
  });

  it('tells of what could not be judged', async () => {
    folder.write('a.json', '{"type":"object","minProperties":1}');
    const { out } = await runInProcess(['diff', 'a.json', 'a.json'], {
      cwd: folder.path,
    });
    expect(out).toContain('Not all of a.json could be judged: 1 note, which');
  });

  const doubtful = (pattern: string, name: string) =>
    folder.write(
      name,
      JSON.stringify({
        type: 'object',
        properties: { a: { not: { pattern } } },
      }),
    );

  it('does not take what could not be verified for a pass, unless asked to', async () => {
    doubtful('a', 'old.json');
    doubtful('b', 'new.json');
    const args = ['diff', 'old.json', 'new.json', '--profile', 'default'];
    const { code, out } = await runInProcess(args, { cwd: folder.path });
    expect(out).toContain('old.json → new.json: could not be verified');
    expect(code).toBe(1);
    expect(
      await runInProcess([...args, '--allow-unverifiable'], {
        cwd: folder.path,
      }),
    ).toMatchObject({ code: 0, out });
  });

  describe('judges as check does', () => {
    const write = (name: string, fields: object[], overrides: object[] = []) =>
      folder.write(
        name,
        JSON.stringify({
          apiVersion: 'understudy.dev/v1alpha1',
          kind: 'InterfaceContract',
          metadata: {
            name: 'm',
            version: name === 'one.json' ? '1.0.0' : '2.0.0',
            status: 'active',
          },
          spec: {
            subject: 'model:default/m',
            role: 'provider',
            compatibility: { overrides },
            ports: [
              {
                name: 'outputs',
                direction: 'out',
                schema: {
                  kind: 'object',
                  unknown: 'ignore',
                  fields: fields.map(field => ({
                    type: { kind: 'scalar', type: 'float64' },
                    required: false,
                    nullable: false,
                    ...field,
                  })),
                },
              },
            ],
          },
        }),
      );
    const all = async (...args: string[]) => {
      const files = ['one.json', 'two.json'];
      const context = { cwd: folder.path };
      const diffed = await runInProcess(['diff', ...files, ...args], context);
      const checked = await runInProcess(
        ['check', 'two.json', '--against', 'one.json', ...args],
        context,
      );
      const bumped = await runInProcess(['bump', ...files, ...args], context);
      return [diffed.code, checked.code, bumped.out.trim()];
    };

    it('by the day', async () => {
      const removeAfter = '2027-03-01';
      write('one.json', [
        { name: 'a' },
        { name: 'b', deprecated: { since: '2026-10-01', removeAfter } },
      ]);
      write('two.json', [{ name: 'a' }]);
      expect(await all()).toEqual([1, 1, 'major']);
      expect(await all('--today', '2027-03-02')).toEqual([0, 0, 'minor']);
      expect(
        await runInProcess(['diff', 'a', 'b', '--today', '2027-02-30']),
      ).toMatchObject({
        code: 2,
        err: expect.stringContaining('It is no day as YYYY-MM-DD.'),
      });
    });

    it('by the mode and the environment', async () => {
      write('one.json', [{ name: 'a' }, { name: 'b', required: true }]);
      write(
        'two.json',
        [{ name: 'a' }],
        [
          {
            ruleId: 'FIELD_REMOVED',
            severity: 'warning',
            environments: ['staging'],
            reason: 'Nobody reads it there',
          },
        ],
      );
      expect(await all()).toEqual([1, 1, 'major']);
      expect(await all('--environment', 'staging')).toEqual([0, 0, 'minor']);
      expect(await all('--mode', 'BACKWARD')).toEqual([0, 0, 'minor']);
    });
  });
});
