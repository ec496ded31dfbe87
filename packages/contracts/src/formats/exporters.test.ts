import fc from 'fast-check';
import { canonicalJson } from '../canonical/canonicalJson';
import { Contract, Port } from '../contract/Contract';
import { arbitraryPort } from '../__testUtils__/arbitraryContract';
import { contract } from '../__testUtils__/build';
import { exportAvroSchema } from './avro/exportAvroSchema';
import { importAvroSchema } from './avro/importAvroSchema';
import { exportJsonSchema } from './jsonSchema/exportJsonSchema';
import { importJsonSchema } from './jsonSchema/importJsonSchema';
import { LossNote } from './LossNote';
import { exportMlflowSignature } from './mlflow/exportMlflowSignature';
import { importMlflowModel } from './mlflow/importMlflowModel';
import { exportOdcs } from './odcs/exportOdcs';
import { importOdcs } from './odcs/importOdcs';
import { exportOipMetadata } from './oip/exportOipMetadata';
import { importOipMetadata } from './oip/importOipMetadata';
import { exportOpenLineageSchema } from './openLineage/exportOpenLineageSchema';
import { importOpenLineageSchema } from './openLineage/importOpenLineageSchema';

interface Exported {
  document: unknown;
  lossy: LossNote[];
}

const first = ([port]: Port[]): Port | undefined => port;

/** Each format, as it writes a port and reads one. */
const formats: [
  name: string,
  write: (port: Port) => Exported,
  read: (document: unknown) => Port | undefined,
][] = [
  [
    'JSON Schema',
    port => {
      const { schema, lossy } = exportJsonSchema(port);
      return { document: schema, lossy };
    },
    document => importJsonSchema(document).port,
  ],
  [
    'Avro',
    port => {
      const { schema, lossy } = exportAvroSchema(port);
      return { document: schema, lossy };
    },
    document => importAvroSchema(document).port,
  ],
  [
    'OpenLineage',
    port => {
      const { facet, lossy } = exportOpenLineageSchema(port);
      return { document: facet, lossy };
    },
    document => importOpenLineageSchema(document).port,
  ],
  [
    'MLflow',
    port => {
      const { signature, lossy } = exportMlflowSignature(contract([port]));
      return { document: { signature }, lossy };
    },
    document =>
      first(
        importMlflowModel(document, { name: 'x', subject: 'model:default/x' })
          .contract.spec.ports,
      ),
  ],
  [
    'the Open Inference Protocol',
    port => {
      const { metadata, lossy } = exportOipMetadata(contract([port]));
      return { document: metadata, lossy };
    },
    document => first(importOipMetadata(document).contract.spec.ports),
  ],
  [
    'ODCS',
    port => exportOdcs(contract([port])),
    document => first(importOdcs(document).contract.spec.ports),
  ],
];

const FLAGS = ['nullableItems', 'nullableValues', 'unique', 'ordered'];

/** A type without what is said by leaving it out as well. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(bare);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([key, item]) => !(FLAGS.includes(key) && item === false))
          .map(([key, item]) => [key, bare(item)]),
      )
    : value;
}

/** What a document says again, once it was read; both sides as contracts would hold them. */
const plain = (value: unknown) => JSON.parse(JSON.stringify(value ?? null));

/** Types that are written wherever they are used mean the same, and are another contract. */
const ports = arbitraryPort.filter(
  ({ schema }) => !canonicalJson(schema).includes('"kind":"ref"'),
);

describe.each(formats)('%s', (_, write, read) => {
  it('holds any port, or says that it does not', () => {
    fc.assert(
      fc.property(ports, port => {
        const { document, lossy } = write(port);
        const same =
          canonicalJson(bare(read(plain(document))?.schema ?? null)) ===
          canonicalJson(bare(port.schema));
        expect(same || lossy.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same document again for what it gave once', () => {
    fc.assert(
      fc.property(arbitraryPort, port => {
        const start = read(plain(write(port).document));
        fc.pre(start !== undefined);
        const once = write(start as Port);
        const second = read(plain(once.document));
        fc.pre(second !== undefined);
        const twice = write(second as Port);
        // What was lost on the first way is not lost again, and nothing else is.
        expect(once.lossy.length > 0 || second).toEqual(
          once.lossy.length > 0 || start,
        );
        expect(once.lossy.length > 0 || plain(twice.document)).toEqual(
          once.lossy.length > 0 || plain(once.document),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('all exporters', () => {
  it('leave the contract as it was', () => {
    fc.assert(
      fc.property(arbitraryPort, port => {
        const made: Contract = contract([port]);
        const before = canonicalJson(made);
        for (const [, write] of formats) {
          write(made.spec.ports[0]);
        }
        expect(canonicalJson(made)).toBe(before);
      }),
      { numRuns: 100 },
    );
  });
});
