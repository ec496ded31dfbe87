import {
  KnownGroup,
  KnownModel,
  RecordToPlace,
  suggestDecisions,
} from './suggestDecisions';

const payments: KnownGroup = {
  ref: 'group:default/payments-fraud',
  name: 'payments-fraud',
  title: 'Payments fraud',
};
const search: KnownGroup = { ref: 'group:default/search', name: 'search' };

function model(name: string, parts: Partial<KnownModel> = {}): KnownModel {
  return {
    ref: `model:default/${name}`,
    name,
    title: name,
    type: 'classifier',
    owned: true,
    ...parts,
  };
}

function suggest(
  record: Partial<RecordToPlace>,
  known: { groups?: KnownGroup[]; models?: KnownModel[] } = {},
) {
  const { groups = [payments, search], models = [] } = known;
  return suggestDecisions(
    {
      name: 'fraud-score',
      kind: 'model',
      tags: [],
      model: 'model:default/of-its-own',
      ...record,
    },
    { groups, models },
  );
}

describe('suggestDecisions', () => {
  it.each([
    ['owner', 'payments-fraud'],
    ['team', 'Payments-Fraud'],
    ['squad', ' PAYMENTS FRAUD '],
    ['Team', 'payments fraud'],
  ])('claims for the group that the tag %s: %j names', (key, value) => {
    expect(suggest({ tags: [{ key, value }] })).toEqual([
      {
        action: 'claim',
        owner: payments.ref,
        because: `Its tag '${key}' names the group Payments fraud.`,
      },
    ]);
  });

  it.each([
    ['user', 'search'],
    ['mlflow.user', 'search'],
    ['created_by', 'search'],
    ['owner', 'jdoe'],
    ['owner', 'searching'],
    ['owner', ''],
  ])('makes nothing of the tag %s: %j', (key, value) => {
    expect(suggest({ tags: [{ key, value }] })).toEqual([]);
  });

  it('names a group once', () => {
    const tags = ['owner', 'team'].map(key => ({ key, value: 'search' }));
    expect(suggest({ tags })).toHaveLength(1);
  });

  it('binds to a Model of the same name', () => {
    const models = [model('Fraud_Score', { title: 'Fraud score' })];
    expect(suggest({}, { models })).toEqual([
      {
        action: 'bind',
        model: 'model:default/Fraud_Score',
        because: 'It has the name of the Model Fraud score.',
      },
    ]);
  });

  it('binds copies and tries to the original', () => {
    const models = [model('fraud-score', { owned: false })];
    expect(suggest({ name: 'Fraud_Score-v2 (copy)' }, { models })).toEqual([
      {
        action: 'bind',
        model: 'model:default/fraud-score',
        because:
          'Without endings such as -v2, -test or numbers it has the name of the Model fraud-score.',
      },
    ]);
  });

  it('does not bind the original to a copy that nobody owns', () => {
    const models = [model('fraud-score-v2', { owned: false })];
    expect(suggest({}, { models })).toEqual([]);
    expect(suggest({}, { models: [model('fraud-score-v2')] })).toHaveLength(1);
  });

  it.each<[string, Partial<RecordToPlace>, KnownModel]>([
    [
      'its own Model',
      { model: 'model:default/fraud-score' },
      model('fraud-score'),
    ],
    ['another name', {}, model('fraud-scores')],
    ['a Model for a prompt', { kind: 'prompt' }, model('fraud-score')],
    ['a prompt for a model', {}, model('fraud-score', { type: 'prompt' })],
    ['a name of two letters', { name: 'ab' }, model('a-b')],
  ])('does not suggest %s', (_, record, known) => {
    expect(suggest(record, { models: [known] })).toEqual([]);
  });

  it('binds a prompt to a prompt', () => {
    const models = [model('fraud-score', { type: 'prompt' })];
    expect(suggest({ kind: 'prompt' }, { models })).toHaveLength(1);
  });

  it('gives at most three, the claim first, then owned Models', () => {
    const suggestions = suggest(
      { name: 'fraud-score-v9', tags: [{ key: 'team', value: 'search' }] },
      {
        models: [
          model('fraud-score', { owned: false }),
          model('fraud_score_new'),
          model('fraudscore'),
        ],
      },
    );
    expect(
      suggestions.map(one => ('owner' in one ? one.owner : one.model)),
    ).toEqual([
      search.ref,
      'model:default/fraudscore',
      'model:default/fraud_score_new',
    ]);
  });
});
