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
    expect(out).toContain('FIELD_ADDED_OPTIONAL in inputs');
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
});
