/*
 * Prints how many cases of the public suites the engine answers as they do:
 * `yarn conformance [folder]`, where the folder holds the suites and the one
 * beside it, `odcs`, the documents of that standard; those beside the repository
 * unless said. Exit code 1 when it disagrees, or finds none.
 */
const { existsSync, readFileSync } = require('node:fs');
const { resolve } = require('node:path');

require('@backstage/cli/config/nodeTransform.cjs');
const { runAvroReaderWriter } = require('../src/conformance/avroReaderWriter');
const { runAvroTransitive } = require('../src/conformance/avroTransitive');

const { runOdcs } = require('../src/conformance/odcs');
const {
  createIsOdcs,
  readOdcsDocuments,
} = require('../src/__testUtils__/odcsSamples');

const folder = resolve(
  process.argv[2] ?? resolve(__dirname, '../../../../shared/samples/contracts'),
);
const odcs = resolve(folder, '../odcs');

const readJson = file => JSON.parse(readFileSync(file, 'utf8'));

for (const [name, path, run] of [
  [
    'avro-reader-writer',
    resolve(folder, 'avro-reader-writer.json'),
    file => runAvroReaderWriter(readJson(file)),
  ],
  [
    'avro-transitive',
    resolve(folder, 'avro-transitive.json'),
    file => runAvroTransitive(readJson(file)),
  ],
  [
    'odcs',
    odcs,
    where => runOdcs(readOdcsDocuments(where), createIsOdcs(where)),
  ],
]) {
  if (!existsSync(path)) {
    process.stderr.write(`There is nothing at ${path}\n`);
    process.exitCode = 1;
    continue;
  }
  const results = run(path);
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
