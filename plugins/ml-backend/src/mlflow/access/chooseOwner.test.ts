import { chooseOwner } from './chooseOwner';

const me = 'user:default/me';
const one = 'group:default/one';
const two = 'group:default/two';

describe('chooseOwner', () => {
  it.each([
    [undefined, [me, one], one],
    [undefined, [me, one, two], me],
    [undefined, [me], me],
    [two, [me, one, two], two],
    [me, [me, one], me],
  ])('of %p among %p takes %s', (wanted, mine, expected) => {
    expect(chooseOwner(wanted, mine, me)).toBe(expected);
  });

  it('names the groups there are when asked for another', () => {
    expect(() => chooseOwner(two, [me, one], me)).toThrow(
      `tags.owner is '${two}', which is none of your groups: ${one}`,
    );
    expect(() => chooseOwner(two, [me], me)).toThrow('you have none');
  });
});
