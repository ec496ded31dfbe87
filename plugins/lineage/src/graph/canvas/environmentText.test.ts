import { environmentText } from './environmentText';

describe('environmentText', () => {
  it.each([
    [undefined, 'production'],
    [[], 'production'],
    [['production'], 'production'],
  ])('says nothing of %j while %s is shown', (environments, shown) => {
    expect(environmentText(environments, shown)).toBeUndefined();
  });

  it.each([
    [['staging'], 'production', 'staging'],
    [['production', 'staging'], 'production', '+ staging'],
    [['qa', 'staging'], 'production', 'qa, staging'],
    [['production'], '*', 'production'],
  ])('writes %j while %s is shown as %j', (environments, shown, badge) => {
    expect(environmentText(environments, shown)).toEqual({
      badge,
      all: environments.join(', '),
    });
  });
});
