import * as fc from 'fast-check';
import { datasetId, jobId } from './sampleLineage';

/** Texts that are right somewhere, nearly right, and nothing of the kind. */
export const oddTexts = fc.oneof(
  fc.constantFrom(
    'dataset:default/orders',
    'model:default/score',
    'Dataset:orders',
    datasetId('raw'),
    jobId('join'),
    `${jobId('join')}#x/y`,
    'both',
    'downstream',
    'job,unmapped,model',
    '0',
    '1',
    '20',
    '1e3',
    '-1',
    '9999999999999999999',
    '%00',
    '\0',
    '\ud800',
    'ol:dataset:%00/%00',
    'ol:job:/',
    "' or 1=1 --",
    '*',
    'production',
    'dataset',
    'name',
    'connections',
    'WyJuYW1lOiIsIjEiXQ',
    'WyJhIiwiYiJd',
    'WyJcdTAwMDAiLCJiIl0',
    '__proto__',
    'constructor',
  ),
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ minLength: 1000, maxLength: 4000 }),
  fc.integer().map(String),
);

/** Anything that JSON can hold. */
export const oddValues: fc.Arbitrary<fc.JsonValue> = fc.oneof(
  { weight: 3, arbitrary: oddTexts },
  { weight: 2, arbitrary: fc.jsonValue() },
  {
    weight: 1,
    arbitrary: fc.constantFrom<fc.JsonValue>(
      null,
      true,
      -1,
      0.5,
      1e308,
      2 ** 53,
      [],
      {},
      [[]],
      [null],
    ),
  },
);
