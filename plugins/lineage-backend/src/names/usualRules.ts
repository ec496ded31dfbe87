import { AliasRule, PartitionRule } from './types';

/** A day, with or without dashes, and what may say when on it. */
const DAY =
  '(?:19|20)\\d{2}-?(?:0[1-9]|1[0-2])-?(?:0[1-9]|[12]\\d|3[01])(?:[T_-]?\\d{2}(?::?\\d{2}){0,2}Z?)?';
const UUID = '[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}';

/** Spellings that senders are known to disagree about. */
export const usualAliases: AliasRule[] = [
  // The specification says `postgres`, its own examples and some senders do not.
  {
    namespace: 'postgresql://(?<server>.+)',
    to: { namespace: 'postgres://{server}' },
  },
  { namespace: 's3[an]://(?<bucket>.+)', to: { namespace: 's3://{bucket}' } },
];

/** How lakes, warehouses and schedulers name parts and runs of one thing. */
export const usualPartitions: PartitionRule[] = [
  // orders/region=eu/dt=2026-01-01/part-0.parquet
  {
    kind: 'dataset',
    name: '(?<name>.*?[^/])/(?<partition>[A-Za-z_][\\w.-]*=[^/]*(?:/[A-Za-z_][\\w.-]*=[^/]*)*)(?:/.*)?',
  },
  // orders/2026/01/01, and with the hour
  {
    kind: 'dataset',
    name: '(?<name>.*?[^/])/(?<partition>(?:19|20)\\d{2}/(?:0[1-9]|1[0-2])(?:/(?:0[1-9]|[12]\\d|3[01])(?:/[01]\\d|/2[0-3])?)?)(?:/.*)?',
  },
  // orders/2026-01-01/part-0.parquet
  {
    kind: 'dataset',
    name: `(?<name>.*?[^/])/(?<partition>${DAY})(?:/.*)?`,
  },
  // orders_20260101, orders$20260101, orders-2026-01-01
  { name: `(?<name>.*[^_.$-])[_.$-](?<partition>${DAY})` },
  // Runs that make names of their own.
  { name: `(?<name>.*[^/_.:-])[/_.:-](?<partition>${UUID})(?:/.*)?` },
];
