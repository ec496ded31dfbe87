import Ajv2019 from 'ajv/dist/2019';
import {
  createIsOdcs,
  readOdcsDocuments,
} from '../../../__testUtils__/odcsSamples';
import { describeSamples, sampleFolder } from '../../__testUtils__/samples';
import { mutate } from '../__testUtils__/mutate';
import { rareOdcs } from '../__testUtils__/rareOdcs';
import { odcsSchema } from './odcsSchema';

// There are tens of thousands of them.
jest.setTimeout(120_000);

const folder = sampleFolder('odcs');
const documents = folder ? readOdcsDocuments(folder) : [];
const isOdcs = folder ? createIsOdcs(folder) : () => false;
const ajv = new Ajv2019({ strict: false, validateFormats: false });
const ours = {
  '3.0': ajv.compile(odcsSchema('3.0')),
  '3.1': ajv.compile(odcsSchema('3.1')),
};

/** Keys that some part has and others have not, and one that none has. */
const OTHER_KEYS = ['id', 'name', 'items', 'properties', 'mustBe', 'surplus'];

/** Holds a document, and all that it could be by mistake, against both versions. */
function compare(document: unknown) {
  const counts = { valid: 0, invalid: 0 };
  const disagreements: string[] = [];
  for (const { what, value } of mutate(document, OTHER_KEYS)) {
    for (const version of ['3.0', '3.1'] as const) {
      const wanted = isOdcs(value, `v${version}`);
      counts[wanted ? 'valid' : 'invalid'] += 1;
      if (ours[version](value) !== wanted) {
        disagreements.push(
          `${version}, ${what}: it is ${wanted ? 'valid' : 'invalid'}`,
        );
      }
    }
  }
  return { ...counts, disagreements };
}

describeSamples('odcs', 'the schema of ODCS, and the official one', () => {
  it.each(documents.map(({ name, document }) => [name, document] as const))(
    'agree on %s, and on whatever it could be by mistake',
    (_, document) => {
      const { valid, invalid, disagreements } = compare(document);
      expect(disagreements).toEqual([]);
      expect(valid).toBeGreaterThan(20);
      expect(invalid).toBeGreaterThan(100);
    },
  );

  it('agree on what no sample has', () => {
    const results = rareOdcs.map(compare);
    expect(results.flatMap(({ disagreements }) => disagreements)).toEqual([]);
    expect(results.filter(({ valid }) => valid === 0)).toEqual([]);
  });
});
