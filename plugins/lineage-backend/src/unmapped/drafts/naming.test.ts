import { createEntityNamer } from './createEntityNamer';
import { datasetTypeOf, platformOf, toTerm } from './describePlace';
import { isMuchTheSame, searchWordOf } from './isMuchTheSame';
import { ownerCandidates } from '../../access/ownerCandidates';

/** What the catalog takes for a name. */
const NAME = /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;

describe('createEntityNamer', () => {
  const nameAll = (...names: string[]) => {
    const nameOf = createEntityNamer();
    return names.map((name, index) => nameOf({ namespace: `n${index}`, name }));
  };

  it('keeps what the catalog takes, and cleans what it does not', () => {
    expect(nameAll('shop.public.orders')).toEqual(['shop.public.orders']);
    expect(nameAll('/tmp/warehouse/test')).toEqual([
      expect.stringMatching(/^tmp-warehouse-test-[0-9a-f]{8}$/),
    ]);
    expect(nameAll('日本')).toEqual([expect.stringMatching(/^[0-9a-f]{8}$/)]);
    const long = nameAll('x'.repeat(64))[0];
    expect(long).toMatch(/^x{54}-[0-9a-f]{8}$/);
    for (const name of nameAll('a/b', '..', 'ü', 'a'.repeat(200), '-x-')) {
      expect(name).toMatch(NAME);
    }
  });

  it('keeps names apart, whatever their case', () => {
    const names = nameAll('orders', 'Orders', 'orders', 'a/b', 'a-b', 'a b');
    expect(names[0]).toBe('orders');
    expect(new Set(names.map(name => name.toLowerCase())).size).toBe(6);
    expect(nameAll('orders', 'Orders')).toEqual(names.slice(0, 2));
  });
});

describe('describePlace', () => {
  it.each([
    ['postgres://h:5432', 'postgres'],
    ['postgresql://h:5432', 'postgres'],
    ['s3://bucket', 's3'],
    ['gs://bucket', 'gcs'],
    ['bigquery', 'bigquery'],
    ['file', 'file'],
    ['arn:aws:glue:eu-west-1:1', 'glue'],
    ['abfss://c@s.dfs.core.windows.net', 'azure-storage'],
    ['inmemory://', 'inmemory'],
    ['constructor', 'constructor'],
    ['://', 'unknown'],
    ['/data/x', 'unknown'],
    ['', 'unknown'],
  ])('guesses the platform of %s', (namespace, platform) => {
    expect(platformOf(namespace)).toBe(platform);
  });

  it.each([
    [undefined, 'postgres', 'table'],
    [undefined, 'kafka', 'stream'],
    ['table', 'kafka', 'table'],
    ['view', 'postgres', 'table'],
    ['topic', 'kafka', 'stream'],
    ['vector index', 'x', 'vector-index'],
    ['toString', 'x', 'tostring'],
    ['???', 'x', 'table'],
  ])('has a word for type %s of %s', (type, platform, word) => {
    expect(datasetTypeOf(type, platform)).toBe(word);
  });

  it('makes terms', () => {
    expect(toTerm('Prod_EU  1')).toBe('prod-eu-1');
    expect(toTerm(`${'a'.repeat(62)}-b`)).toBe('a'.repeat(62));
    expect(toTerm('ü')).toBe('');
  });
});

describe('ownerCandidates', () => {
  it('reads refs, teams and what people call a team', () => {
    expect(
      ownerCandidates([
        'group:default/data',
        'User:amy',
        'team:Search',
        'Data Platform',
        'group:payments/fraud',
        'data',
      ]),
    ).toEqual([
      'group:default/data',
      'user:default/amy',
      'group:default/search',
      'group:default/data-platform',
      'group:payments/fraud',
    ]);
  });

  it('passes over what names nobody', () => {
    expect(
      ownerCandidates([
        '',
        ' ',
        'amy@example.com',
        'component:default/x',
        'a:b:c',
        '../x',
        'x\n# y',
        `group:default/${'x'.repeat(64)}`,
      ]),
    ).toEqual([]);
  });
});

describe('isMuchTheSame', () => {
  it.each([
    ['shop.public.card_transactions', 'card-transactions'],
    ['shop.public.card_transactions', 'CardTransactions'],
    ['shop.public.orders', 'order'],
    ['shop.public.orders', 'public-orders'],
    ['/warehouse/orders', 'orders'],
    ['s3a', 'S3A'],
    ['card_transactionz', 'card-transactions'],
  ])('sees %s in %s', (observed, entity) => {
    expect(isMuchTheSame(observed, entity)).toBe(true);
  });

  it.each([
    ['shop.public.orders', 'users'],
    ['shop.public.orders', 'orders-archive'],
    ['tax', 'max'],
    ['日本', 'x'],
    ['', ''],
  ])('sees no %s in %s', (observed, entity) => {
    expect(isMuchTheSame(observed, entity)).toBe(false);
  });

  it('searches by the start of the longest word of the last part', () => {
    expect(searchWordOf('shop.public.card_transactions')).toBe('transactio');
    expect(searchWordOf('a.b_user')).toBe('user');
    expect(searchWordOf('日本')).toBe('');
    expect(searchWordOf('///')).toBe('');
  });
});
