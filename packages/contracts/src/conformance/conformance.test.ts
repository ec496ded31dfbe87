import { checkOdcs } from '../__testUtils__/checkOdcs';
import { readMlflowModels } from '../__testUtils__/mlflowSamples';
import { createIsOdcs, readOdcsDocuments } from '../__testUtils__/odcsSamples';
import {
  describeSamples,
  readSample,
  sampleFolder,
} from '../formats/__testUtils__/samples';
import { AvroPair, runAvroReaderWriter } from './avroReaderWriter';
import { AvroTransitiveSuite, runAvroTransitive } from './avroTransitive';
import { CaseResult } from './CaseResult';
import { runMlflowSignatures } from './mlflowSignatures';
import { runOdcs } from './odcs';
import { runOdcsRules } from './odcsRules';

const READER_WRITER = 'contracts/avro-reader-writer.json';
const TRANSITIVE = 'contracts/avro-transitive.json';

const pairs = readSample<AvroPair[]>(READER_WRITER, []);
const transitive = readSample<AvroTransitiveSuite>(TRANSITIVE, {
  schemas: {},
  vectors: [],
});

function eachCase(results: CaseResult[], count: number) {
  it(`has ${count} cases`, () => {
    expect(results).toHaveLength(count);
  });
  results.forEach(({ name, expected, compatible, rules }) => {
    it(`${expected ? 'compatible' : 'incompatible'}: ${name}`, () => {
      expect(
        compatible ? 'compatible' : `incompatible by ${rules.join(', ')}`,
      ).toMatch(expected ? /^compatible$/ : /^incompatible by \S/);
    });
  });
}

describeSamples(READER_WRITER, 'reader and writer schemas of Avro', () => {
  eachCase(runAvroReaderWriter(pairs), 125);
});

describeSamples(TRANSITIVE, 'modes of schema registries', () => {
  eachCase(runAvroTransitive(transitive), 32);
});

describeSamples('odcs', 'documents of the Open Data Contract Standard', () => {
  const folder = sampleFolder('odcs');
  const documents = folder ? readOdcsDocuments(folder) : [];
  const isOdcs = folder ? createIsOdcs(folder) : () => false;
  eachCase(runOdcs(documents, isOdcs), 18);
  eachCase(runOdcsRules(documents, isOdcs, checkOdcs), 18);
});

describeSamples('mlmodel', 'signatures of MLflow', () => {
  const folder = sampleFolder('mlmodel');
  eachCase(runMlflowSignatures(folder ? readMlflowModels(folder) : []), 8);
});
