import {
  RegistryWriter,
  VersionSource,
  WrittenRecord,
} from '@understudy/plugin-ml-node';
import { Knex } from 'knex';
import { RegistryRecordRow } from '../../../registry/sync/recordRows';
import { RegistryCaller } from '../../access/RegistryCaller';
import { RecordChange } from '../../records/changeRecord';
import { StoredModel } from '../../records/portalRows';

/** A record whose home is a server that the portal can change. */
export interface HomedRecord {
  record: StoredModel;
  source: VersionSource;
  writer: RegistryWriter;
}

/** Who asked for a change: what is kept of a caller. */
export type Asker = Pick<
  RegistryCaller,
  'account' | 'actor' | 'isPerson' | 'tokenId'
>;

/** What every call to a server is given. */
export interface ServerCall {
  record: WrittenRecord;
  signal: AbortSignal;
}

/** Writes down what a server did. */
export interface WriteDown {
  /** The server's number of the version that it registered. */
  recordVersion?: string;
  /** Runs under the lock of the record; what it answers is for the ledger. */
  write: (
    tx: Knex.Transaction,
    row: RegistryRecordRow,
    now: Date,
  ) => Promise<RecordChange | undefined>;
}

/** A change of what a server holds. */
export interface ServerChange {
  /** Has the server make it. */
  ask: (call: () => ServerCall) => Promise<WriteDown>;

  /** Undefined unless the server shows it, whoever made it there. */
  find: (call: () => ServerCall) => Promise<WriteDown | undefined>;
}
