import { SeedStep } from './SeedStep';

const payments = {
  requester: 'payments-scientist',
  approver: 'payments-lead',
};

// The search team has one member, so the fallback group of the policy decides.
const search = {
  requester: 'search-scientist',
  approver: 'platform-engineer',
};

/**
 * What was promoted before a person opens the portal for the first time, in
 * order. Every step is a real promotion under the policies of the portal. The
 * newest versions are left for the person.
 */
export const sampleHistory: SeedStep[] = [
  {
    ...payments,
    model: 'model:default/fraud-score',
    version: '40',
    segment: '*',
    reason: 'First version with the wider training window',
  },
  {
    ...payments,
    model: 'model:default/fraud-score',
    version: '41',
    segment: '*',
    reason: 'Finds the card-testing wave of October',
  },
  {
    ...payments,
    model: 'model:default/fraud-score',
    version: '41',
    segment: 'market=de',
    reason: 'Germany starts from the version that runs everywhere',
  },
  {
    ...payments,
    model: 'model:default/fraud-score',
    version: '42',
    segment: '*',
    reason: 'Weekly retraining; Germany waits for its own comparison',
  },
  {
    ...payments,
    model: 'model:default/chargeback-risk',
    version: '11',
    segment: '*',
    reason: 'Monthly retraining',
  },
  {
    ...search,
    model: 'model:default/search-ranker',
    version: '26',
    segment: 'market=de',
    reason: 'Better on German compound words',
  },
  {
    ...search,
    model: 'model:default/search-ranker',
    version: '27',
    segment: 'market=de',
    reason: 'Won the German comparison by 0.4 %',
  },
  {
    ...search,
    model: 'model:default/search-ranker',
    version: '27',
    segment: 'market=fr',
    reason: 'Won the French comparison by 0.3 %',
  },
  {
    ...search,
    model: 'model:default/search-ranker',
    version: '25',
    segment: 'market=es',
    reason: 'Still the best for Spain',
  },
  {
    ...search,
    model: 'model:default/search-ranker',
    version: '24',
    segment: 'market=pl',
    reason: 'Later versions are worse on Polish word endings',
  },
  {
    ...search,
    model: 'model:default/query-intent',
    version: '9',
    segment: '*',
    reason: 'Smaller, and knows order numbers of the new format',
  },
  {
    ...search,
    model: 'model:default/product-embedding',
    version: '17',
    segment: '*',
    reason: 'The index has been rebuilt with this version',
  },
  {
    ...search,
    model: 'model:default/help-assistant',
    version: '6',
    segment: '*',
    reason: 'New base of the vendor, measured again',
  },
  {
    ...search,
    model: 'model:default/help-assistant',
    version: '7',
    segment: '*',
    reason: 'Names its sources more often',
  },
  {
    requester: 'search-scientist',
    model: 'model:default/search-ranker',
    version: '28',
    segment: 'market=pl',
    reason: 'The longer click window helps the smaller market most',
  },
  {
    requester: 'search-scientist',
    model: 'model:default/basket-recommender',
    version: '5',
    segment: '*',
    reason: 'Larger embedding',
  },
];
