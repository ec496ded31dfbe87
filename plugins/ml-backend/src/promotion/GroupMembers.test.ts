import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { group, user } from './__testUtils__/startPromotions';
import { CatalogGroupMembers } from './GroupMembers';

const catalog = catalogServiceMock({
  entities: [
    group('company', 'fraud-berlin'),
    group('fraud', 'company'),
    group('fraud-berlin', 'fraud'),
    group('search', 'company'),
    user('a', 'fraud'),
    user('b', 'fraud-berlin'),
    user('c', 'search'),
  ],
});
const members = new CatalogGroupMembers({
  auth: mockServices.auth(),
  catalog,
});

describe('CatalogGroupMembers', () => {
  it.each([
    ['group:default/fraud-berlin', ['a', 'b', 'c']],
    ['group:default/search', ['c']],
    ['group:default/nobody', []],
    ['user:default/a', ['a']],
    ['user:default/gone', []],
  ])('%s (also when groups go in a circle)', async (ref, expected) => {
    const found = await members.membersOf(ref);
    expect([...found].sort()).toEqual(expected.map(n => `user:default/${n}`));
  });
});
