import { Contract, Port } from '@understudy/contracts';
import { Type } from 'avsc';
import { wideSchemas } from './wideSchemas';

/** What somebody offers, and what each of many uses of it. */
export interface WideContracts {
  provider: Contract;
  /** What consumer `index` uses: other fields than any other one. */
  consumerOf(index: number): Contract;
  /** The provider without its field of this number. */
  without(field: number): Contract;
  /** The same for the peer: as whom a consumer reads, and what is written. */
  readerOf(index: number): Type;
  writerWithout(field: number): Type;
}

/** Contracts of so many fields, and of those who use so many of them. */
export function wideContracts(options: {
  provider: string;
  consumer: (index: number) => string;
  port: (record: ReturnType<typeof wideSchemas>['old']) => Port;
  fields: number;
  usedFields: number;
}): WideContracts {
  const { old } = wideSchemas(options.fields);
  const port = options.port(old);
  const { schema } = port;
  if (schema.kind !== 'object') {
    throw new Error(`The port holds no fields but ${schema.kind}`);
  }
  const used = <T>(list: readonly T[], index: number): T[] =>
    Array.from(
      { length: Math.min(options.usedFields, list.length) },
      (_, place) => list[(index + place) % list.length],
    );
  const left = <T>(list: readonly T[], gone: number): T[] =>
    list.filter((_, index) => index !== gone % list.length);
  const contract = (
    name: string,
    spec: Omit<Contract['spec'], 'ports'>,
    fields: typeof schema.fields,
    version = '1.0.0',
  ): Contract => ({
    apiVersion: 'understudy.dev/v1alpha1',
    kind: 'InterfaceContract',
    metadata: { name, version, status: 'active' },
    spec: { ...spec, ports: [{ ...port, schema: { ...schema, fields } }] },
  });
  const offer = { subject: options.provider, role: 'provider' as const };
  return {
    provider: contract('wide', offer, schema.fields),
    consumerOf: index =>
      contract(
        `reader-${index}`,
        {
          subject: options.consumer(index),
          role: 'consumer',
          provider: { subject: options.provider, range: '>=1.0.0' },
        },
        used(schema.fields, index),
      ),
    without: gone =>
      contract('wide', offer, left(schema.fields, gone), '2.0.0'),
    readerOf: index =>
      Type.forSchema({ ...old, fields: used(old.fields, index) }),
    writerWithout: gone =>
      Type.forSchema({ ...old, fields: left(old.fields, gone) }),
  };
}
