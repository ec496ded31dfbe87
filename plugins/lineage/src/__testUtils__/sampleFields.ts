import { LineageFieldEdge } from '@understudy/plugin-lineage-common';
import { SAMPLE } from './sampleNodes';

/** What the fields of the sample world are made from. */
export function sampleFields(): LineageFieldEdge[] {
  const amount = { node: SAMPLE.transactions, field: 'amount' };
  const perHour = { node: SAMPLE.view, field: 'payments_1h' };
  return [
    {
      source: { node: SAMPLE.raw, field: 'amount_cents' },
      target: amount,
      kind: 'direct',
    },
    {
      source: { node: SAMPLE.raw, field: 'currency' },
      target: amount,
      kind: 'both',
      how: ['conditional'],
    },
    {
      source: { node: SAMPLE.raw, field: 'card_country' },
      target: { node: SAMPLE.transactions, field: 'card.country' },
      kind: 'direct',
    },
    // No schema names it.
    {
      source: { node: SAMPLE.raw, field: 'booked_at' },
      target: { node: SAMPLE.transactions, field: 'booked_on' },
      kind: 'direct',
    },
    { source: amount, target: perHour, kind: 'direct' },
    {
      source: amount,
      target: { node: SAMPLE.view, field: 'amount_24h' },
      kind: 'direct',
    },
    {
      source: { node: SAMPLE.transactions, field: 'card.country' },
      target: { node: SAMPLE.view },
      kind: 'indirect',
      how: ['filter', 'join'],
    },
    {
      source: perHour,
      target: { node: SAMPLE.model, field: 'score' },
      kind: 'direct',
    },
    {
      source: { node: SAMPLE.model, field: 'score' },
      target: { node: SAMPLE.secret, field: 'bonus' },
      kind: 'direct',
    },
  ];
}
