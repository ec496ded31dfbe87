import { createHmac, timingSafeEqual } from 'node:crypto';

/** Deliveries that are older, or from the future by more, are refused. */
export const WEBHOOK_TOLERANCE_SECONDS = 300;
const VERSION = 'v1,';
const MAX_SIGNATURES = 5;

/** What a delivery says of itself in its headers. */
export interface WebhookHeaders {
  id: string;
  /** Seconds since 1970. */
  timestamp: string;
  /** `v1,<base64>`, several separated by spaces while a secret changes. */
  signature: string;
}

/** Whether a delivery is of a time that is taken at all. */
export function isTimely({ timestamp }: WebhookHeaders, now: Date): boolean {
  return (
    /^\d{1,12}$/.test(timestamp) &&
    Math.abs(now.getTime() / 1000 - Number(timestamp)) <=
      WEBHOOK_TOLERANCE_SECONDS
  );
}

/**
 * Whether a delivery was signed with a secret, as Standard Webhooks and MLflow
 * do: HMAC-SHA256 of `<id>.<timestamp>.<body>`. Pure.
 */
export function isSigned(
  { id, timestamp, signature }: WebhookHeaders,
  body: Buffer,
  secret: string,
): boolean {
  const wanted = createHmac('sha256', secret)
    .update(`${id}.${timestamp}.`)
    .update(body)
    .digest();
  return signature
    .split(' ')
    .slice(0, MAX_SIGNATURES)
    .filter(part => part.startsWith(VERSION))
    .map(part => Buffer.from(part.slice(VERSION.length), 'base64'))
    .some(
      given => given.length === wanted.length && timingSafeEqual(given, wanted),
    );
}
