import {
  activeFilters,
  addFilter,
  clearFoundFilters,
  readFoundQuery,
  removeFilter,
  withKind,
} from './foundFilters';

const at = (search: string) => new URLSearchParams(search);

describe('the filters of the search over versions', () => {
  it('are what the address asks for', () => {
    const query = readFoundQuery(
      at(
        'kind=Dataset&text=fr&owner=group:default/a&owner=group:default/b&metric=auc%3E%3D0.9&tag=a%3Db&stage=production&after=p2',
      ),
    );
    expect(query).toMatchObject({
      kind: 'Dataset',
      text: 'fr',
      owner: ['group:default/a', 'group:default/b'],
      metric: ['auc>=0.9'],
      tag: ['a=b'],
      stage: 'production',
      cursor: 'p2',
      createdAfter: undefined,
    });
  });

  it('drop what says nothing of another kind', () => {
    const params = at('text=fr&stage=production&metric=auc%3E1&tag=a%3Db');
    expect(withKind(params, 'Dataset').toString()).toBe(
      'text=fr&tag=a%3Db&kind=Dataset',
    );
    expect(withKind(params, 'Model').get('stage')).toBe('production');
  });

  it('are about the kind of the page, whatever the address says', () => {
    expect(readFoundQuery(at('kind=Model'), 'FeatureView').kind).toBe(
      'FeatureView',
    );
  });

  it('know kinds only that have versions', () => {
    expect(readFoundQuery(at('kind=Component')).kind).toBe('Model');
  });

  it('begin a day where the reader is, and leave out what is no day', () => {
    const query = readFoundQuery(
      at('createdAfter=2026-03-01&createdBefore=soon'),
    );
    expect(query.createdAfter).toBe(
      new Date(2026, 2, 1, 0, 0, 0).toISOString(),
    );
    expect(query.createdBefore).toBeUndefined();
  });

  it('are added once, taken off one by one, and lead to the first page', () => {
    const two = addFilter(
      addFilter(at('metric=auc%3E0.9&after=p2'), 'metric', 'loss<1'),
      'metric',
      'auc>0.9',
    );
    expect(two.getAll('metric')).toEqual(['loss<1', 'auc>0.9']);
    expect(two.has('after')).toBe(false);
    expect(removeFilter(two, 'metric', 'loss<1').getAll('metric')).toEqual([
      'auc>0.9',
    ]);
  });

  it('are all cleared; versions of what stays', () => {
    const params = at('kind=Dataset&text=a&tag=a%3Db&createdAfter=2026-03-01');
    expect(activeFilters(params)).toEqual([
      { filter: 'text', value: 'a' },
      { filter: 'createdAfter', value: '2026-03-01' },
      { filter: 'tag', value: 'a=b' },
    ]);
    expect(clearFoundFilters(params).toString()).toBe('kind=Dataset');
  });
});
