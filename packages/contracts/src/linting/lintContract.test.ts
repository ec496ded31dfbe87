import { contract, field, object, port } from '../__testUtils__/build';
import { lintContract } from './lintContract';

const linted = contract(
  [
    port([
      field('good_name', 'string', { description: 'Says what it is' }),
      field('badName', object([field('alsoBad')])),
    ]),
  ],
  {
    metadata: { owner: 'group:default/risk' },
    spec: {
      protocol: {
        name: 'rest',
        serialization: 'xml',
        flavors: ['sklearn', 'onnx'],
      },
    },
  },
);

describe('lintContract', () => {
  it('says nothing without conventions', () => {
    expect(lintContract(linted, {})).toEqual([]);
  });

  it('holds names at all depths against the whole pattern', () => {
    const findings = lintContract(linted, {
      naming: { fields: '[a-z_]+', ports: 'outputs', contracts: 'model-.*' },
    });
    expect(
      findings.map(({ pointer, path, severity }) => [pointer, path, severity]),
    ).toEqual([
      ['/metadata/name', '', 'warning'],
      ['/spec/ports/0/schema/fields/1/name', 'badName', 'warning'],
      [
        '/spec/ports/0/schema/fields/1/type/fields/0/name',
        'badName.alsoBad',
        'warning',
      ],
    ]);
    expect(findings[1].message).toBe('The name badName does not match [a-z_]+');
  });

  it('asks for the prefix of the owner on top-level fields', () => {
    const prefixes = (owner: string) => ({
      naming: { fieldPrefixes: [{ owner, prefix: 'good' }] },
    });
    expect(
      lintContract(linted, prefixes('group:default/risk')).map(
        ({ path }) => path,
      ),
    ).toEqual(['badName']);
    expect(lintContract(linted, prefixes('group:default/other'))).toEqual([]);
  });

  it('asks for metadata', () => {
    expect(
      lintContract(linted, {
        required: ['owner', 'title'],
        requiredOfFields: ['description'],
      }).map(({ ruleId, path, old }) => [ruleId, path, old]),
    ).toEqual([
      ['METADATA_MISSING', '', 'title'],
      ['METADATA_MISSING', 'badName', 'description'],
      ['METADATA_MISSING', 'badName.alsoBad', 'description'],
    ]);
  });

  it('limits versions and packaging', () => {
    const early = {
      ...linted,
      metadata: { ...linted.metadata, version: '0.1.0-rc.1' },
    };
    expect(
      lintContract(early, { versioning: { allowPrerelease: false } }),
    ).toHaveLength(1);
    expect(
      lintContract(early, { versioning: { allowInitial: false } }),
    ).toHaveLength(1);
    expect(
      lintContract(linted, { versioning: { allowInitial: false } }),
    ).toEqual([]);
    expect(
      lintContract(linted, {
        packaging: {
          protocols: ['rest'],
          serializations: ['json'],
          flavors: ['onnx'],
        },
      }).map(({ pointer }) => pointer),
    ).toEqual(['/spec/protocol/serialization']);
  });

  it('refuses a pattern that is none, and is not slow on a bad one', () => {
    expect(() => lintContract(linted, { naming: { fields: '[' } })).toThrow(
      'The naming pattern [ is not valid',
    );
    const long = contract([port([field('a'.repeat(5000))])]);
    expect(lintContract(long, { naming: { fields: '(a+)+b' } })).toHaveLength(
      1,
    );
  });
});
