import { readDecision } from './readDecision';

describe('readDecision', () => {
  it.each([
    [
      { action: 'claim', owner: 'Payments' },
      { action: 'claim', owner: 'group:default/payments' },
    ],
    [
      {
        action: 'claim',
        owner: ' org/payments ',
        model: 'x',
        reason: ' Ours ',
      },
      { action: 'claim', owner: 'group:org/payments', reason: 'Ours' },
    ],
    [
      { action: 'bind', model: 'Fraud-Score', owner: '', reason: '' },
      { action: 'bind', model: 'model:default/fraud-score' },
    ],
    [
      { action: 'ignore', reason: 'A test' },
      { action: 'ignore', reason: 'A test' },
    ],
    [{ action: 'reset', reason: 'x', owner: 'y' }, { action: 'reset' }],
  ])('reads %j', (fields, expected) => {
    expect(readDecision(fields)).toEqual(expected);
  });

  it.each([
    [{ action: 'claim' }, /claim needs an owner/],
    [{ action: 'claim', owner: ' ' }, /claim needs an owner/],
    [
      { action: 'claim', owner: 'user:default/lead' },
      /'user:default\/lead' is a user; it has to be a group/,
    ],
    [{ action: 'claim', owner: ':' }, /':' is no entity ref/],
    [{ action: 'bind' }, /binding needs the entity ref of a Model/],
    [{ action: 'bind', model: 'component:x' }, /is a component/],
    [{ action: 'ignore' }, /give a reason/],
    [{ action: 'ignore', reason: '\n' }, /give a reason/],
    [{ action: 'ignore', reason: 'x'.repeat(2001) }, /2001 characters; 2000/],
    [{ action: 'ignore', reason: 'a\0b' }, /NUL/],
    [{ action: 'claim', owner: 'a\0b' }, /NUL/],
    [{ action: 'adopt' }, /action is 'adopt'; it has to be claim, bind/],
  ])('refuses %j', (fields, message) => {
    expect(() => readDecision(fields)).toThrow(message);
  });
});
