import fc from 'fast-check';
import { canonicalJson } from '../canonical/canonicalJson';
import { Contract } from '../contract/Contract';
import { validateContract } from '../validation/validateContract';
import { importAvroSchema } from './avro/importAvroSchema';
import { ContractFormatError } from './ContractFormatError';
import { importFeastView } from './feast/importFeastView';
import { importJsonSchema } from './jsonSchema/importJsonSchema';
import { valueAt } from './jsonSchema/references';
import { ImportedPort, LossNote } from './LossNote';
import { importMlflowModel } from './mlflow/importMlflowModel';
import { importOdcs } from './odcs/importOdcs';
import { importOipMetadata } from './oip/importOipMetadata';
import { importOpenLineageSchema } from './openLineage/importOpenLineageSchema';
import { pointerKeys } from './pointers';

/** Documents made of the words of all formats, and of other values, mostly in the wrong places. */
const documentsOf = (...others: unknown[]) =>
  fc.letrec<{ value: unknown }>(tie => ({
    value: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.constantFrom<unknown>(
        ...others,
        ...['string', 'int', 'null', 'object', 'array', 'record', 'enum', 'a'],
        ...['integer', 'fixed', 'tensor', 'long', 'array<int>', 'decimal(3,1)'],
        ...[
          '#',
          '#a',
          '#/$defs/a',
          '#/properties/a',
          'x.json',
          '',
          '[]',
          '[{}]',
        ],
        ...[null, true, false, 0, 1, -1, 2.5],
      ),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(
        fc.constantFrom(
          ...['type', 'properties', 'items', 'required', '$ref', '$defs', 'a'],
          ...['$anchor', '$dynamicRef', '$dynamicAnchor', '$recursiveRef'],
          ...['allOf', 'anyOf', 'oneOf', 'not', 'enum', 'const', 'format'],
          ...['additionalProperties', 'prefixItems', 'minimum', 'maxLength'],
          ...['name', 'fields', 'symbols', 'values', 'default', 'aliases'],
          ...['namespace', 'size', 'logicalType', 'precision', 'signature'],
          ...['inputs', 'params', 'tensor-spec', 'dtype', 'shape', '__proto__'],
          ...['logicalType', 'logicalTypeOptions', 'physicalType', 'quality'],
          ...['valueType', 'entityColumns', 'entities', 'ttl', 'datatype'],
          ...['schema', 'slaProperties', 'mustBe', 'metric', 'id', 'version'],
          ...['minItems', 'maximum', 'precision', 'scale', 'description'],
        ),
        tie('value'),
        { maxKeys: 5 },
      ),
    ),
  })).value;

/** What YAML has and JSON has not, or what neither has. */
const unheld = documentsOf(
  ...[Infinity, -Infinity, NaN, '\ud800', '\udc00 a', '["\\ud800"]', 10n],
);

interface Imported {
  contract: Contract;
  lossy: LossNote[];
}

const inContract = ({ port, lossy }: ImportedPort): Imported => ({
  lossy,
  contract: {
    apiVersion: 'understudy.dev/v1alpha1',
    kind: 'InterfaceContract',
    metadata: { name: 'x', version: '1.0.0', status: 'draft' },
    spec: { subject: 'dataset:default/x', role: 'provider', ports: [port] },
  },
});

const importers: [string, (input: unknown) => Imported][] = [
  ['importAvroSchema', input => inContract(importAvroSchema(input))],
  ['importJsonSchema', input => inContract(importJsonSchema(input))],
  [
    'importOpenLineageSchema',
    input => inContract(importOpenLineageSchema(input)),
  ],
  [
    'importMlflowModel',
    input =>
      importMlflowModel(input, { name: 'x', subject: 'model:default/x' }),
  ],
  ['importOdcs', input => importOdcs(input)],
  ['importFeastView', input => importFeastView(input)],
  ['importOipMetadata', input => importOipMetadata(input)],
];

function toText(value: unknown): string {
  return JSON.stringify(value, (_, part) =>
    typeof part === 'bigint' ? Number(part) : part,
  );
}

/** Wraps a document so that each importer gets far into it. */
const wrap = (documents: fc.Arbitrary<unknown>) =>
  documents.chain(inner =>
    fc.constantFrom<unknown>(
      inner,
      {
        type: 'object',
        properties: { a: inner, b: inner },
        $defs: { a: inner },
      },
      { allOf: [inner, { type: 'object', properties: { a: inner } }] },
      { type: 'record', name: 'R', fields: [{ name: 'a', type: inner }] },
      { fields: [{ name: 'a', type: 'array', fields: [inner] }] },
      { name: 'a', features: [{ name: 'b', dtype: inner }], ttl: inner },
      { name: 'a', inputs: [{ name: 'b', datatype: 'BOOL', shape: inner }] },
      { signature: { inputs: [inner], params: [inner] } },
      {
        schema: [
          { name: 'a', properties: [{ name: 'b', items: inner }, inner] },
        ],
      },
    ),
  );

const wrapped = wrap(documentsOf());

/** A signature of MLflow is JSON in a text. */
const unheldInText = unheld.map(type => ({
  signature: { inputs: toText([{ name: 'a', type }]) },
}));

/** What was read, or nothing for what was refused as it should be. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof ContractFormatError) {
      return undefined;
    }
    throw error;
  }
}

describe.each(importers)('%s', (_, read) => {
  it('refuses text that is no Unicode, wherever it stands', () => {
    expect(() => read({ 'x/y': ['a', 'b\ud800'] })).toThrow(
      new ContractFormatError(
        '/x~1y/1',
        'JSON cannot hold text with half a surrogate pair, which is no Unicode.',
      ),
    );
  });

  it('reads anything the same way twice, or says what is wrong with it', () => {
    let successes = 0;
    fc.assert(
      fc.property(wrapped, input => {
        const before = canonicalJson(input);
        const result = attempt(() => read(input));
        successes += result ? 1 : 0;
        expect(attempt(() => read(JSON.parse(JSON.stringify(input))))).toEqual(
          result,
        );
        expect(canonicalJson(input)).toBe(before);
      }),
      { numRuns: 1_000 },
    );
    expect(successes).toBeGreaterThan(10);
  });

  it('makes nothing that JSON cannot hold', () => {
    fc.assert(
      fc.property(
        wrap(unheld),
        unheldInText,
        fc.boolean(),
        (plain, text, inText) => {
          const input = inText ? text : plain;
          const contract = attempt(() => read(input))?.contract;
          expect(() => canonicalJson(contract ?? null)).not.toThrow();
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('makes contracts that are valid', () => {
    fc.assert(
      fc.property(wrapped, input => {
        const contract = attempt(() => read(input))?.contract;
        expect(contract ? validateContract(contract).problems : []).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('points its notes into what it read', () => {
    fc.assert(
      fc.property(wrapped, input => {
        const notes = attempt(() => read(input))?.lossy ?? [];
        for (const { pointer } of notes) {
          expect(valueAt(input, pointerKeys(pointer))).toBeDefined();
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
