import { entityNode, namedNode } from '../../__testUtils__/builders';
import { kindWord } from './kindWord';

describe('kindWord', () => {
  it.each([
    [namedNode('job', 'airflow', 'load'), 'job'],
    [namedNode('dataset', 'pg', 'orders'), 'unmapped'],
    [entityNode('featureview:default/velocity'), 'featureview'],
  ])('calls %j by the words of the filter', (node, word) => {
    expect(kindWord(node)).toBe(word);
  });
});
