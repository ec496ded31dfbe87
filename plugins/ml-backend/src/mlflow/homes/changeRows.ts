import { AskedChange } from './changes/AskedChange';
import { Asker } from './changes/ServerChange';

/** A row of table `server_change`. */
export interface ServerChangeRow {
  key: string;
  account: string;
  claimed_at: string;
  fencing_token: number;
  lease_until: string | null;
  record_version: string | null;
  done_at: string | null;
  server: string | null;
  record_id: string | null;
  kind: AskedChange['kind'] | null;
  new_name: string | null;
  asked: string | null;
  asker: string | null;
}

/** A change that somebody asked for, as it was written down. */
export interface LeftChange {
  recordId: string;
  server: string;
  change: AskedChange;
  asker: Asker;
}

/** Undefined for what an earlier portal wrote down, which says less. */
export function toLeftChange(row: ServerChangeRow): LeftChange | undefined {
  const { server, record_id: recordId, asked, asker } = row;
  return server && recordId && asked && asker
    ? { recordId, server, change: JSON.parse(asked), asker: JSON.parse(asker) }
    : undefined;
}

/** What is kept of a change before its server is asked. */
export function toChangeColumns({
  recordId,
  server,
  change,
  asker,
}: LeftChange) {
  const { account, actor, isPerson, tokenId } = asker;
  return {
    account,
    server,
    record_id: recordId,
    kind: change.kind,
    new_name: change.kind === 'record.rename' ? change.name : null,
    asked: JSON.stringify(change),
    asker: JSON.stringify({ account, actor, isPerson, tokenId }),
  };
}
