import {
  canRead,
  checkConsumers,
  Contract,
  diffContracts,
  importAvroSchema,
  Port,
} from '@understudy/contracts';
import { Type } from 'avsc';
import { timeTogether } from '../measuring/timeTogether';
import { Report } from '../results/Report';
import { reportSpeedups } from '../results/reportSpeedups';
import { canResolve } from './canResolve';
import { AvroRecord, wideSchemas } from './wideSchemas';

/** What is compared, and how often. */
export interface ContractsSize {
  fields: number;
  consumers: number;
  /** Of each consumer. */
  usedFields: number;
  rounds: number;
  warmUp: number;
}

const DIFF_PROMISE_MS = 200;
const CONSUMERS_PROMISE_MS = 1_000;

/** Measures what somebody waits for who changes a contract. */
export async function measureContracts(size: ContractsSize): Promise<Report[]> {
  const { fields, consumers: count } = size;
  const schemas = wideSchemas(fields);
  const [old, next, breaking] = [
    schemas.old,
    schemas.next,
    schemas.breaking,
  ].map(schema => ({
    port: portOf(schema),
    type: Type.forSchema(schema),
  }));
  requireSameVerdicts([
    { reader: next, writer: old },
    { reader: breaking, writer: old },
  ]);
  const [from, to] = [
    providerOf(old.port, '1.0.0'),
    providerOf(next.port, '1.1.0'),
  ];
  const consumers = Array.from({ length: count }, (_, index) => ({
    contract: consumerOf(old.port, { ...size, index }),
  }));
  const diff = `every change between ${fields} fields and ${fields}, with what to do`;
  const read = `whether one reads the other, and why not`;
  const peer = 'peer: whether one reads the other, by avsc';
  const touched = `whom of ${count} consumers a change of ${fields} fields hits`;
  const times = await timeTogether(
    [
      { name: diff, run: async () => diffContracts(from, to) },
      {
        name: read,
        run: async () => canRead(next.port, old.port, { profile: 'avro' }),
      },
      { name: peer, run: async () => next.type.createResolver(old.type) },
      {
        name: touched,
        run: async () => checkConsumers({ provider: to, consumers }),
      },
    ],
    size,
  );
  const of = (name: string) => times.get(name) ?? [];
  return [
    reportSpeedups('Contracts compared', [
      {
        name: diff,
        times: of(diff),
        peer: of(peer),
        promise: { p95: DIFF_PROMISE_MS },
      },
      { name: read, times: of(read), peer: of(peer) },
      { name: peer, times: of(peer) },
      {
        name: touched,
        times: of(touched),
        promise: { p95: CONSUMERS_PROMISE_MS },
      },
    ]),
  ];
}

interface Side {
  port: Port;
  type: Type;
}

/** Both have to agree on what can be read before it matters how fast. */
function requireSameVerdicts(
  pairs: readonly { reader: Side; writer: Side }[],
): void {
  const verdicts = pairs.map(({ reader, writer }) => {
    const ours = !canRead(reader.port, writer.port, { profile: 'avro' }).some(
      ({ severity }) => severity === 'error',
    );
    const theirs = canResolve(reader.type, writer.type);
    if (ours !== theirs) {
      throw new Error(`We say ${ours}, avsc says ${theirs}`);
    }
    return ours;
  });
  if (new Set(verdicts).size < 2) {
    throw new Error(
      'There is nothing that can be read, or nothing that cannot',
    );
  }
}

function portOf(schema: AvroRecord): Port {
  return importAvroSchema(schema, { name: 'rows' }).port;
}

function providerOf(port: Port, version: string): Contract {
  return {
    apiVersion: 'understudy.dev/v1alpha1',
    kind: 'InterfaceContract',
    metadata: { name: 'wide', version, status: 'active' },
    spec: {
      subject: 'dataset:default/wide',
      role: 'provider',
      ports: [port],
    },
  };
}

/** Each uses other fields, one after the other, so that no two are alike. */
function consumerOf(
  port: Port,
  { index, usedFields }: { index: number; usedFields: number },
): Contract {
  const { schema } = port;
  if (schema.kind !== 'object') {
    throw new Error(`The port holds no fields but ${schema.kind}`);
  }
  const { fields } = schema;
  const used = Array.from(
    { length: Math.min(usedFields, fields.length) },
    (_, place) => fields[(index + place) % fields.length],
  );
  return {
    apiVersion: 'understudy.dev/v1alpha1',
    kind: 'InterfaceContract',
    metadata: { name: `reader-${index}`, version: '1.0.0', status: 'active' },
    spec: {
      subject: `model:default/reader-${index}`,
      role: 'consumer',
      provider: { subject: 'dataset:default/wide', range: '^1.0.0' },
      ports: [{ ...port, schema: { ...schema, fields: used } }],
    },
  };
}
