import { Entity } from '@backstage/catalog-model';
import { Contract, impliedConsumerContract } from '@understudy/contracts';
import { ContractConsumer } from '@understudy/plugin-ml-common';
import { maxSatisfying } from 'semver';
import { ownerOf } from '../../models/ModelAccess';
import { StoredContract } from '../store/StoredContract';
import { KnownConsumer } from './KnownConsumer';
import { consumptionsOf } from './relationConsumers';

/** A contract and what it is known by. */
export type DigestedContract = Pick<StoredContract, 'contract' | 'digest'>;

/** What there is to know of one consumer of a provider. */
export interface ConsumerFacts {
  consumer: string;
  entity: Entity;
  /** The provider's entity ref. */
  provider: string;
  /** All versions of the provider's contract. */
  offered: ReadonlyMap<string, DigestedContract>;
  /** Versions of it that somebody may rely on. */
  served: readonly string[];
  /** Versions of the provider's contract by labels of versions of the provider. */
  byLabel: ReadonlyMap<string, string>;
  /** The version that holds now. */
  current?: string;
  /** What it declared. */
  declared?: DigestedContract;
  /** What the catalog says of it. */
  relation?: { trainingOnly: boolean };
  /** Columns that lineage shows it to read: all of them where that is not known. */
  lineage?: { fields?: readonly string[] };
  inProduction: boolean;
}

/** Says who a consumer is and what it expects. Pure. */
export function describeConsumer(facts: ConsumerFacts): KnownConsumer {
  const { consumer, entity, declared, relation, offered } = facts;
  const owner = ownerOf(entity);
  const common = {
    consumer,
    ...(owner !== undefined && { owner }),
    use: useOf(facts),
  };
  if (declared) {
    const { contract, digest } = declared;
    const range = contract.spec.provider?.range;
    const pinnedTo =
      range === undefined ? null : maxSatisfying([...facts.served], range);
    return {
      ...common,
      basis: 'contract',
      ...(range !== undefined && { range }),
      ...(pinnedTo !== null && { pinnedTo }),
      fields: fieldsOf(contract),
      contract,
      contractKey: digest,
    };
  }
  const pinnedTo = pinOf(facts);
  const version = pinnedTo ?? facts.current;
  const base = version === undefined ? undefined : offered.get(version);
  const used = base && usedFields(facts, base.contract);
  const unusedFields = used && unused(base.contract, used);
  return {
    ...common,
    basis: relation ? 'relation' : 'lineage',
    ...(pinnedTo !== undefined && { pinnedTo }),
    ...(used && { fields: named(base.contract, used) }),
    ...(base && {
      contract: impliedConsumerContract({
        provider: base.contract,
        consumer,
        unusedFields,
      }),
      contractKey: JSON.stringify([base.digest, unusedFields]),
    }),
  };
}

/** Training only counts as such also where the consumer itself is in production. */
function useOf({
  entity,
  provider,
  relation,
  declared,
  inProduction,
}: ConsumerFacts): ContractConsumer['use'] {
  const consumptions = consumptionsOf(entity, provider);
  const readsOffline =
    consumptions.length > 0 &&
    consumptions.every(({ mode }) => mode === 'offline');
  if (!declared && (relation?.trainingOnly || readsOffline)) {
    return 'training';
  }
  const { lifecycle } = entity.spec ?? {};
  return inProduction || lifecycle === 'production' ? 'production' : 'unknown';
}

function pinOf({
  entity,
  provider,
  offered,
  byLabel,
}: ConsumerFacts): string | undefined {
  for (const { version } of consumptionsOf(entity, provider)) {
    if (version !== undefined) {
      return (
        byLabel.get(version) ?? (offered.has(version) ? version : undefined)
      );
    }
  }
  return undefined;
}

/** Names of the fields that are proven to be all that it uses. */
function usedFields(
  { entity, provider, lineage }: ConsumerFacts,
  base: Contract,
): ReadonlySet<string> | undefined {
  const consumptions = consumptionsOf(entity, provider);
  if (consumptions.length > 0) {
    return consumptions.every(({ fields }) => fields !== undefined)
      ? new Set(consumptions.flatMap(({ fields = [] }) => fields))
      : undefined;
  }
  return lineage?.fields && matchColumns(lineage.fields, base);
}

/**
 * Fields of a contract that columns are. Warehouses write names in a case of
 * their own, and tools name what is within a column by its path. A column that
 * is none of the fields is one that was never promised.
 */
function matchColumns(
  columns: readonly string[],
  base: Contract,
): ReadonlySet<string> {
  const fields = fieldsOf(base).map(({ path }) => path);
  const exact = new Set(fields);
  const read = new Set(
    columns.flatMap(column =>
      exact.has(column)
        ? [column]
        : [column.toLowerCase(), column.toLowerCase().split('.')[0]],
    ),
  );
  return new Set(
    fields.filter(path => read.has(path) || read.has(path.toLowerCase())),
  );
}

/** The top-level fields of a contract, by port. */
function fieldsOf(contract: Contract): { port: string; path: string }[] {
  return contract.spec.ports.flatMap(({ name, schema }) =>
    schema.kind === 'object'
      ? schema.fields.map(field => ({ port: name, path: String(field.name) }))
      : [],
  );
}

function named(contract: Contract, used: ReadonlySet<string>) {
  return fieldsOf(contract).filter(({ path }) => used.has(path));
}

function unused(contract: Contract, used: ReadonlySet<string>) {
  return fieldsOf(contract)
    .filter(({ path }) => !used.has(path))
    .map(({ port, path }) => ({ port, field: path }));
}
