import { readFacet, words } from './readFacet';

describe('readFacet', () => {
  it('writes what it says as names and values', () => {
    expect(
      readFacet({
        _producer: 'https://producer.example',
        _schemaURL: 'https://schema.example',
        sourceCodeLocation: { url: 'https://code.example', branch: null },
        tags: ['a', 'b'],
        owners: [{ name: 'team', type: '' }],
        count: 0,
      }),
    ).toEqual({
      more: false,
      facts: [
        { name: 'Source code location, Url', value: 'https://code.example' },
        { name: 'Tags', value: 'a, b' },
        { name: 'Owners, 1, Name', value: 'team' },
        { name: 'Count', value: '0' },
      ],
    });
  });

  it('stops, and says so, when it is wide', () => {
    const wide = Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [`key${index}`, index]),
    );
    const { facts, more } = readFacet(wide);
    expect(facts).toHaveLength(30);
    expect(more).toBe(true);
  });

  it('stops, and says so, when it is deep or a list is long', () => {
    let deep: Record<string, unknown> = { end: 1 };
    for (let level = 0; level < 5_000; level++) {
      deep = { deep };
    }
    expect(readFacet(deep)).toEqual({ facts: [], more: true });
    expect(readFacet({ list: Array(11).fill(1) }).more).toBe(true);
  });

  it.each([
    ['dataQualityAssertions', 'Data quality assertions'],
    ['spark_logicalPlan', 'Spark logical plan'],
  ])('calls %s %s', (key, text) => {
    expect(words(key)).toBe(text);
  });
});
