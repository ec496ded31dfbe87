import { buildEntity } from '../__testUtils__/builders';
import { systemOf } from './systemOf';

describe('systemOf', () => {
  it.each([
    ['payments', 'system:default/payments'],
    ['bank/payments', 'system:bank/payments'],
    ['', undefined],
    [undefined, undefined],
  ])('reads %p as %p', (system, ref) => {
    expect(systemOf(buildEntity('Model', 'm', { system }))).toBe(ref);
  });
});
