import { cardSections } from './cardSections';

describe('cardSections', () => {
  it('reads Markdown, an object of texts, and nothing', () => {
    expect(cardSections('# Score')).toEqual([{ title: '', text: '# Score' }]);
    expect(
      cardSections({ intendedUse: 'Payments', rows: 12, more: { deep: 'x' } }),
    ).toEqual([
      { title: 'intendedUse', text: 'Payments' },
      { title: 'rows', text: '12' },
    ]);
    expect(cardSections(undefined)).toEqual([]);
  });
});
