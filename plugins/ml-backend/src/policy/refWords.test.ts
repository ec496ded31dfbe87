import { refWords } from './refWords';

it.each([
  ['group:default/payments-fraud', 'payments-fraud'],
  ['model:payments/fraud-score', 'payments/fraud-score'],
  ['model-risk', 'model-risk'],
])('names %s as %s', (ref, words) => {
  expect(refWords(ref)).toBe(words);
});
