import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { runInProcess } from './__testUtils__/runInProcess';

const folder = resolve(__dirname, '../../../../shared/samples/mlmodel');
const hasSamples = existsSync(folder);
if (!hasSamples) {
  // eslint-disable-next-line no-console
  console.info(`Skipped: the samples of MLflow are not in ${folder}`);
}
const describeSamples = hasSamples ? describe : describe.skip;

describeSamples('models of MLflow', () => {
  const files = hasSamples ? readdirSync(folder).sort() : [];

  it('are eight, and each is a contract that is compatible with itself', async () => {
    expect(files).toHaveLength(8);
    for (const file of files) {
      const result = await runInProcess(
        ['check', file, '--against', file, '--output', 'json'],
        { cwd: folder },
      );
      expect(result).toMatchObject({ code: 0, err: '' });
      expect(JSON.parse(result.out).sections).toMatchObject([
        { verdict: 'compatible', report: { profile: 'mlflow' }, findings: [] },
      ]);
    }
  });

  it('lose only names that are numbers, dtypes of objects, and a signature that is not there', async () => {
    const notes: string[] = [];
    for (const file of files) {
      const { err } = await runInProcess(
        ['convert', file, '--to', 'contract'],
        {
          cwd: folder,
        },
      );
      notes.push(...(err.match(/\((\w+)\)$/gm) ?? []));
    }
    expect(notes.sort()).toEqual([
      '(DTYPE_READ_AS_NEAREST)',
      '(NO_SIGNATURE)',
      ...Array(3).fill('(NUMERIC_NAME)'),
    ]);
  });
});

const odcs = resolve(__dirname, '../../../../shared/samples/odcs');
const describeOdcs = existsSync(odcs) ? describe : describe.skip;

describeOdcs('documents of ODCS', () => {
  it('are 18, and each is told by what is in it and compatible with itself', async () => {
    const files = readdirSync(odcs).filter(name => name.endsWith('.yaml'));
    expect(files).toHaveLength(18);
    for (const file of files) {
      const result = await runInProcess(
        ['check', file, '--against', file, '--output', 'json'],
        { cwd: odcs },
      );
      expect(result).toMatchObject({ code: 0, err: '' });
      expect(JSON.parse(result.out).sections).toMatchObject([
        { verdict: 'compatible', report: { profile: 'sql' }, findings: [] },
      ]);
    }
  });
});
