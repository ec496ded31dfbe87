import { EvidenceDefinition } from './EvidenceDefinition';

/** The models of which the sample organisation keeps more than numbers. */
export const evidenceDefinitions: EvidenceDefinition[] = [
  {
    model: 'model:default/fraud-score',
    record: 'fraud_score',
    versions: [41, 42, 43, 44],
    role: 'payments-scientist',
    rows: 184_000,
    slices: [
      { key: 'market', shares: { de: 0.41, fr: 0.27, es: 0.2, pl: 0.12 } },
      { key: 'device', shares: { app: 0.58, web: 0.42 } },
    ],
    trainedOn: [
      'dataset:default/card-payments-labelled',
      'featureview:default/card-activity',
    ],
    repository: 'https://git.example.com/payments/fraud-score',
    fields: [
      { field: 'amount_eur', mean: 64, deviation: 38, range: [0, 400] },
      { field: 'payments_last_hour', mean: 1.4, deviation: 1, range: [0, 8] },
      { field: 'prediction', mean: 0.08, deviation: 0.11, range: [0, 1] },
    ],
    signer: 'sample-ci',
    riskTier: {
      tier: 'high',
      rationale:
        'A refused payment hits a person at once; nothing in this version changes that',
    },
    card: `---
license: other
language: []
tags: [tabular-classification, fraud]
---

# Fraud score

## Intended use

Refuse card payments that are very likely fraud, and ask for a second factor in doubtful cases.

## Limits

Travellers and new customers are refused more often than others. Do not use the score for anything but payments by card.

## Evaluation

Measured on payments that were held out, per market and per device. Poland has the fewest rows and the widest intervals.
`,
  },
  {
    model: 'model:default/chargeback-risk',
    record: 'chargeback_risk',
    versions: [11, 12],
    role: 'payments-scientist',
    rows: 52_000,
    slices: [{ key: 'market', shares: { de: 0.45, fr: 0.3, es: 0.25 } }],
    trainedOn: ['featureview:default/merchant-history'],
    repository: 'https://git.example.com/payments/chargeback-risk',
    fields: [
      { field: 'amount_eur', mean: 71, deviation: 44, range: [0, 400] },
      { field: 'prediction', mean: 0.02, deviation: 0.03, range: [0, 0.4] },
    ],
    signer: 'laptop',
    riskTier: {
      tier: 'limited',
      rationale: 'A person looks at every payment that is held back',
    },
    card: `# Chargeback risk

Orders settled payments by how likely they come back. A person decides about each of them.
`,
  },
  {
    model: 'model:default/search-ranker',
    record: 'search_ranker',
    versions: [26, 27, 28],
    role: 'search-scientist',
    rows: 12_500,
    slices: [{ key: 'query', shares: { head: 0.6, torso: 0.28, tail: 0.12 } }],
    trainedOn: ['featureview:default/product-popularity'],
    repository: 'https://git.example.com/discovery/search-ranker',
    fields: [
      { field: 'text_match', mean: 11, deviation: 5, range: [0, 40] },
      { field: 'prediction', mean: 0.3, deviation: 0.2, range: [0, 1] },
    ],
    signer: 'sample-ci',
    riskTier: {
      tier: 'minimal',
      rationale: 'It orders results and hides none',
    },
    card: `# Search ranker

Orders search results by how likely a shopper buys them. Rare queries are ranked worse: see the slice \`query=tail\`.
`,
  },
];
