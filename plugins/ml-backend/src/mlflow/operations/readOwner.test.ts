import { readOwner } from './readOwner';

describe('readOwner', () => {
  it.each([
    ['payments', 'group:default/payments'],
    [' Payments ', 'group:default/payments'],
    ['shop/payments', 'group:shop/payments'],
    ['user:jane', 'user:default/jane'],
    ['group:shop/payments', 'group:shop/payments'],
    ['', undefined],
  ])('reads %p', (owner, expected) => {
    expect(readOwner(new Map([['owner', owner]]))).toBe(expected);
  });

  it('is content without one', () => {
    expect(readOwner(new Map())).toBeUndefined();
  });

  it.each(['no such team!', 'robot:default/x', 'a/b/c'])(
    'refuses %p',
    owner => {
      expect(() => readOwner(new Map([['owner', owner]]))).toThrow(
        `tags.owner is '${owner}'`,
      );
    },
  );
});
