import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import { ML_API_VERSION } from '@understudy/plugin-ml-common';

/** The owner of a quarter of the models, in which `payments-scientist` is. */
export const OWN_TEAM = 'group:default/payments-fraud';

const teams = [
  OWN_TEAM,
  'group:default/search-ranking',
  'group:default/forecasting',
  'group:default/checkout',
];
const types = ['classifier', 'ranker', 'regressor', 'embedding', 'generative'];
const tiers = ['minimal', 'limited', 'high'];
const subjects = [
  'card payments before authorisation',
  'search results for a query',
  'parcels that arrive late',
  'baskets that are left behind',
  'questions to the help desk',
];

/** Models that are processed by the catalog, to be copied. */
export const modelTemplates: Entity[] = Array.from(
  { length: 20 },
  (_, index) => {
    const name = `template-of-benchmark-${String(index).padStart(2, '0')}`;
    const location = `url:https://git.example.com/models/${name}.yaml`;
    return {
      apiVersion: ML_API_VERSION,
      kind: 'Model',
      metadata: {
        name,
        namespace: 'default',
        title: `Scores ${subjects[index % subjects.length]} (${name})`,
        description: `Scores ${subjects[index % subjects.length]}, for people who decide what happens next`,
        tags: ['tabular', 'online'],
        annotations: {
          [ANNOTATION_LOCATION]: location,
          [ANNOTATION_ORIGIN_LOCATION]: location,
        },
        links: [
          { title: 'Runbook', url: 'https://runbooks.example.com/model' },
        ],
      },
      spec: {
        type: types[index % types.length],
        lifecycle: index % 10 === 9 ? 'deprecated' : 'production',
        owner: teams[index % teams.length],
        uses: [
          {
            id: 'main',
            purpose: `Decide about ${subjects[index % subjects.length]}`,
            riskTier: tiers[index % tiers.length],
            rationale: 'A wrong score is noticed at once',
            owner: teams[index % teams.length],
          },
        ],
        trainedOn: ['dataset:default/events', 'dataset:default/labels'],
        evaluatedOn: ['dataset:default/holdout'],
        consumes: [
          {
            view: 'featureview:default/activity',
            version: '1',
            mode: 'online',
          },
        ],
      },
    };
  },
);
