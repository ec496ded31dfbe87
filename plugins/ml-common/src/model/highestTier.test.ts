import { defaultRiskTiers, highestTier } from './highestTier';

describe('highestTier', () => {
  it('is the highest of the uses, in the order of the configuration', () => {
    const uses = [
      { id: 'a', riskTier: 'limited' },
      { id: 'b', riskTier: 'high' },
      { id: 'c', riskTier: 'minimal' },
    ];
    expect(highestTier(uses, defaultRiskTiers)).toEqual({
      tier: 'high',
      complete: true,
      unknownUses: [],
    });
    expect(highestTier(uses, ['high', 'minimal', 'limited']).tier).toBe(
      'limited',
    );
  });

  it('does not take a use without a known tier for a low one', () => {
    expect(
      highestTier(
        [
          { id: 'a', riskTier: 'limited' },
          { id: 'b' },
          { id: 'c', riskTier: 'odd' },
        ],
        defaultRiskTiers,
      ),
    ).toEqual({ tier: 'limited', complete: false, unknownUses: ['b', 'c'] });
  });

  it('knows nothing of a model without uses', () => {
    expect(highestTier([], defaultRiskTiers)).toEqual({
      complete: false,
      unknownUses: [],
    });
  });
});
