import { sanitizeOpenLineageEvent } from '@understudy/plugin-lineage-common';
import { Knex } from 'knex';
import { hash } from 'node:crypto';
import { canonicalJson } from '../database/canonicalJson';
import { Sql } from '../database/Sql';
import { MAX_EVENT_BYTES } from './limits';

const MOST_REASON_LENGTH = 2000;
const KINDS: [property: string, kind: number][] = [
  ['run', 1],
  ['job', 2],
];
const DATASET = 3;

/**
 * Keeps what was published and cannot be read as a dead letter, secrets removed.
 * The same again is the same dead letter.
 */
export async function keepRefused(
  knex: Knex,
  refused: { event: unknown; reason: string },
  now: Date,
): Promise<void> {
  const { event } = refused;
  const { value } = sanitizeOpenLineageEvent(event);
  const text = canonicalJson(value ?? null);
  const bytes = Buffer.byteLength(text);
  // What is too big is told of, not kept.
  const body =
    bytes > MAX_EVENT_BYTES
      ? canonicalJson({ _tooBig: true, _bytes: bytes })
      : text;
  const at = now.toISOString();
  await new Sql(knex).run(
    `insert into event (hash, received_at, event_time, kind, bytes, state, attempts, error, body)
     values (?, ?, ?, ?, ?, 2, 1, ?, ?)
     on conflict (hash) do nothing`,
    hash('sha256', `refused\n${text}`, 'base64url'),
    at,
    at.replace('Z', '000000Z'),
    kindOf(event),
    Buffer.byteLength(body),
    withoutNul(refused.reason).slice(0, MOST_REASON_LENGTH),
    withoutNul(body),
  );
}

function kindOf(event: unknown): number {
  const found = KINDS.find(
    ([property]) =>
      typeof event === 'object' && event !== null && property in event,
  );
  return found?.[1] ?? DATASET;
}

/** PostgreSQL takes none; in JSON there is another way to write it. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '\\u0000');
}
