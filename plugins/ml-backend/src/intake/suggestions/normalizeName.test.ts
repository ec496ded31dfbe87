import { normalizeName } from './normalizeName';

describe('normalizeName', () => {
  it.each([
    ['Fraud_Score', 'fraudscore'],
    ['fraud score', 'fraudscore'],
    ['fraud-score-v2', 'fraudscore'],
    ['fraud_score_test', 'fraudscore'],
    ['fraud-score (copy)', 'fraudscore'],
    ['fraud-score-copy-final', 'fraudscore'],
    ['Fraud-Score_new.2', 'fraudscore'],
    ['fraudscore12', 'fraudscore'],
    ['payments/fraud.score', 'paymentsfraudscore'],
    ['Prüfung_v1', 'prüfung'],
  ])('makes %j to %j', (name, expected) => {
    expect(normalizeName(name)).toBe(expected);
  });

  it.each([
    ['test', 'test'],
    ['v2', 'v'],
    ['42', '42'],
    ['latest', 'latest'],
    ['newton', 'newton'],
    ['copy-editor', 'copyeditor'],
    ['---', ''],
  ])('leaves something of %j: %j', (name, expected) => {
    expect(normalizeName(name)).toBe(expected);
  });
});
