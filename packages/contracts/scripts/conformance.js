/*
 * Prints how many cases of the public suites the engine answers as they do:
 * `yarn conformance [folder]`, where the folder holds the samples; the one
 * beside the repository unless said. Exit code 1 when it disagrees, or when a
 * suite is not there.
 */
const { existsSync, readFileSync } = require('node:fs');
const { resolve } = require('node:path');

require('@backstage/cli/config/nodeTransform.cjs');
const { checkOdcs } = require('../src/__testUtils__/checkOdcs');
const { readMlflowModels } = require('../src/__testUtils__/mlflowSamples');
const {
  createIsOdcs,
  readOdcsDocuments,
} = require('../src/__testUtils__/odcsSamples');
const { runAvroReaderWriter } = require('../src/conformance/avroReaderWriter');
const { runAvroTransitive } = require('../src/conformance/avroTransitive');
const { runMlflowSignatures } = require('../src/conformance/mlflowSignatures');
const { runOdcs } = require('../src/conformance/odcs');
const { runOdcsRules } = require('../src/conformance/odcsRules');

const folder = resolve(
  process.argv[2] ?? resolve(__dirname, '../../../../shared/samples'),
);
const readJson = file => JSON.parse(readFileSync(file, 'utf8'));

const suites = [
  [
    'avro-reader-writer',
    'contracts/avro-reader-writer.json',
    path => runAvroReaderWriter(readJson(path)),
  ],
  [
    'avro-transitive',
    'contracts/avro-transitive.json',
    path => runAvroTransitive(readJson(path)),
  ],
  [
    'odcs-documents',
    'odcs',
    path => runOdcs(readOdcsDocuments(path), createIsOdcs(path)),
  ],
  [
    'odcs-rules',
    'odcs',
    path =>
      runOdcsRules(readOdcsDocuments(path), createIsOdcs(path), checkOdcs),
  ],
  [
    'mlflow-signatures',
    'mlmodel',
    path => runMlflowSignatures(readMlflowModels(path)),
  ],
];

for (const [name, place, run] of suites) {
  const path = resolve(folder, place);
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
    `${name.padEnd(20)}${results.length - wrong.length}/${results.length}\n`,
  );
  if (results.length === 0) {
    process.exitCode = 1;
  }
  for (const { name: label, expected, rules } of wrong) {
    const said = expected ? `incompatible (${rules.join(', ')})` : 'compatible';
    process.stdout.write(`  ${label}: the engine says ${said}\n`);
    process.exitCode = 1;
  }
}
