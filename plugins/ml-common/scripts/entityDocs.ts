/**
 * Writes `docs/reference/entities.md` from the schemas. With `--check` it
 * writes nothing and fails when the page is out of date.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { renderReference } from './renderReference';

const page = resolve(__dirname, '../../../docs/reference/entities.md');

async function main(args: string[]) {
  const text = await format(renderReference(), {
    ...(await resolveConfig(page)),
    filepath: page,
  });
  if (!args.includes('--check')) {
    await writeFile(page, text);
    return;
  }
  if ((await readFile(page, 'utf8')) !== text) {
    process.stderr.write(
      'docs/reference/entities.md does not match the schemas. Run: yarn workspace @understudy/plugin-ml-common docs:generate\n',
    );
    process.exitCode = 1;
  }
}

main(process.argv.slice(2)).catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
