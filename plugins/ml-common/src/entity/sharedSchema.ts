import { JsonObject } from '@backstage/types';
import { entityRef, listOf, markdown, term } from './schemaParts';

/** `spec.owner`, the same on all our kinds. */
export const ownerSchema: JsonObject = entityRef({
  title: 'Owner',
  description:
    'The team that answers for it: a Group. Without an owner the entity loads and carries a finding. A User is accepted and is a finding too, because people change teams.',
  examples: ['group:default/payments-fraud'],
});

/** `spec.system`, the same on all our kinds that have one. */
export const systemSchema: JsonObject = entityRef({
  title: 'System',
  description: 'The System it is part of.',
  examples: ['system:default/card-payments'],
});

/** `spec.lifecycle`, the same on all our kinds that have one. */
export const lifecycleSchema: JsonObject = term({
  title: 'Lifecycle',
  description:
    'How settled it is as a product, in the words your portal uses for Components: usually experimental, production or deprecated. Where a version runs is decided by promotions, not here.',
  examples: ['production', 'experimental'],
});

/** A list of plain references to datasets. */
export function datasetRefsSchema(text: {
  title: string;
  description: string;
}): JsonObject {
  return listOf(
    { ...text, examples: [['dataset:default/card-transactions']] },
    entityRef({
      title: 'Dataset',
      description: 'A reference to a Dataset.',
      examples: ['dataset:default/card-transactions'],
    }),
    { uniqueItems: true },
  );
}

/** `spec.contract`, the same on all our kinds that have one. */
export const contractSchema: JsonObject = {
  title: 'Contract',
  description:
    'The interface it promises, or with the role `consumer` what it expects of another: an InterfaceContract, or in short its spec with the `version` of the contract beside it. Usually kept in a file beside this one and included with `$yaml: ./contract.yaml`.',
  examples: [
    {
      version: '2.1.0',
      ports: [{ name: 'outputs', direction: 'out', schema: { kind: 'any' } }],
    },
  ],
  type: 'object',
};

/** `spec.derivedFrom`, the same on datasets and feature views. */
export const derivedFromSchema: JsonObject = listOf(
  {
    title: 'Derived from',
    description: 'What it is computed from: Datasets or FeatureViews.',
    examples: [['dataset:default/card-transactions']],
  },
  entityRef({
    title: 'Source',
    description: 'A Dataset unless the reference names another kind.',
    examples: ['dataset:default/card-transactions'],
  }),
  { uniqueItems: true },
);

/** `spec.card`, the same on all our kinds that have one. */
export const cardSchema: JsonObject = {
  ...markdown({
    title: 'Card',
    description:
      'The card that describes it to others: Markdown, or an object with the fields of a card. Usually kept in a file beside this one and included with `$text: ./card.md` or `$yaml: ./card.yaml`.',
    examples: ['# Fraud score\n\nScores card payments before authorisation.'],
  }),
  type: ['string', 'object'],
};
