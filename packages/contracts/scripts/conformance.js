/*
 * Prints how many cases of the public suites the engine answers as they do:
 * `yarn conformance [folder]`, where the folder holds the suites; those beside
 * the repository unless said. Exit code 1 when it disagrees, or finds none.
 */
const { existsSync, readFileSync } = require('node:fs');
const { resolve } = require('node:path');

require('@backstage/cli/config/nodeTransform.cjs');
const { runAvroReaderWriter } = require('../src/conformance/avroReaderWriter');
const { runAvroTransitive } = require('../src/conformance/avroTransitive');

const folder = resolve(
  process.argv[2] ?? resolve(__dirname, '../../../../shared/samples/contracts'),
);

for (const [name, run] of [
  ['avro-reader-writer', runAvroReaderWriter],
  ['avro-transitive', runAvroTransitive],
]) {
  const file = resolve(folder, `${name}.json`);
  if (!existsSync(file)) {
    process.stderr.write(`There is no file ${file}\n`);
    process.exitCode = 1;
    continue;
  }
  const results = run(JSON.parse(readFileSync(file, 'utf8')));
  const wrong = results.filter(
    ({ expected, compatible }) => expected !== compatible,
  );
  process.stdout.write(
    `${name} ${results.length - wrong.length}/${results.length}\n`,
  );
  for (const { name: label, expected, rules } of wrong) {
    const said = expected ? `incompatible (${rules.join(', ')})` : 'compatible';
    process.stdout.write(`  ${label}: the engine says ${said}\n`);
    process.exitCode = 1;
  }
}
