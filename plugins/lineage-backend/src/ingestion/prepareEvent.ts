import {
  EventFacts,
  readOpenLineageEvent,
  sanitizeOpenLineageEvent,
} from '@understudy/plugin-lineage-common';
import { hash } from 'node:crypto';
import { canonicalJson } from '../database/canonicalJson';
import { MAX_EVENT_BYTES } from './limits';
import { PayloadTooLargeError } from './PayloadTooLargeError';

/** An event that can be read, as it is stored. */
export interface PreparedEvent {
  /** Of the body; the same event sent again has the same. */
  hash: string;
  eventTime: string;
  kind: number;
  runId: string | null;
  bytes: number;
  /** Canonical JSON, secrets removed. */
  body: string;
}

const KIND: Record<EventFacts['kind'], number> = { run: 1, job: 2, dataset: 3 };

/**
 * Removes secrets from an event, checks that it can be read, and makes the text
 * of it that is stored.
 *
 * @throws InputError that names the place and the value that is wrong.
 */
export function prepareEvent(
  sent: unknown,
  options: { strict: boolean; now: Date },
): PreparedEvent {
  const { value } = sanitizeOpenLineageEvent(sent);
  const body = canonicalJson(value);
  const bytes = Buffer.byteLength(body);
  if (bytes > MAX_EVENT_BYTES) {
    throw new PayloadTooLargeError(
      `The event has ${bytes} bytes, of ${MAX_EVENT_BYTES} allowed`,
    );
  }
  const digest = hash('sha256', body, 'base64url');
  const facts = readOpenLineageEvent(value, { ...options, hash: digest });
  return {
    hash: digest,
    eventTime: facts.eventTime,
    kind: KIND[facts.kind],
    runId: facts.run?.id ?? null,
    bytes,
    body,
  };
}

/** Reads what {@link prepareEvent} made, as of the time it was received. */
export function readStoredEvent(event: {
  hash: string;
  body: string;
  received_at: string;
}): EventFacts {
  return readOpenLineageEvent(JSON.parse(event.body), {
    hash: event.hash,
    now: new Date(event.received_at),
  });
}
