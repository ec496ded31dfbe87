import { contractOf } from '../__testUtils__/contracts';
import { ReadDocuments } from './ReadDocuments';

const contract = contractOf();
const text = JSON.stringify(contract);

describe('ReadDocuments', () => {
  it('gives what was read before', () => {
    const documents = new ReadDocuments();
    expect(documents.get('a')).toBeUndefined();
    const parsed = documents.parse('a', text);
    expect(parsed).toEqual(contract);
    expect(documents.get('a')).toBe(parsed);
  });

  it('forgets what was not asked for longest where there is too much', () => {
    const documents = new ReadDocuments({ maxCharacters: 2 * text.length });
    documents.parse('a', text);
    documents.parse('b', text);
    documents.get('a');
    documents.parse('c', text);
    documents.parse('c', text);
    expect(
      ['a', 'b', 'c'].filter(digest => documents.get(digest) !== undefined),
    ).toEqual(['a', 'c']);
  });

  it('keeps nothing that is too large by itself', () => {
    const documents = new ReadDocuments({ maxCharacters: text.length - 1 });
    expect(documents.parse('a', text)).toEqual(contract);
    expect(documents.get('a')).toBeUndefined();
  });
});
