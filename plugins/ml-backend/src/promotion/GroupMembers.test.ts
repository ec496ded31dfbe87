import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  group,
  user,
  withGroupRelations,
} from './__testUtils__/startPromotions';
import { CatalogGroupMembers } from './GroupMembers';

const catalog = catalogServiceMock({
  entities: [
    ...withGroupRelations([
      group('company', 'fraud-berlin'),
      group('fraud', 'company'),
      group('fraud-berlin', 'fraud'),
      group('search', 'company'),
      user('a', 'fraud'),
      user('b', 'fraud-berlin'),
      user('c', 'search'),
    ]),
    {
      ...group('names-who-left'),
      relations: [
        { type: 'hasMember', targetRef: 'user:default/gone' },
        { type: 'hasMember', targetRef: 'user:default/a' },
        { type: 'ownerOf', targetRef: 'model:default/fraud-score' },
      ],
    },
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
    ['group:default/names-who-left', ['a']],
    ['group:default/nobody', []],
    ['user:default/a', ['a']],
    ['user:default/gone', []],
  ])('%s (also when groups go in a circle)', async (ref, expected) => {
    const found = await members.membersOf(ref);
    expect([...found].sort()).toEqual(expected.map(n => `user:default/${n}`));
  });

  it('asks the catalog by ref alone, once for each level and the users below it', async () => {
    const reads = jest.spyOn(catalog, 'getEntitiesByRefs').mockClear();
    const searches = jest.spyOn(catalog, 'getEntities');
    await members.membersOf('group:default/search');
    expect(reads.mock.calls.map(([{ entityRefs }]) => entityRefs)).toEqual([
      ['group:default/search'],
      ['user:default/c'],
    ]);
    expect(searches).not.toHaveBeenCalled();
  });

  it('refuses to leave members out', async () => {
    const crowd = {
      ...group('crowd'),
      relations: Array.from({ length: 5001 }, (_, index) => ({
        type: 'hasMember',
        targetRef: `user:default/u${index}`,
      })),
    };
    const crowded = new CatalogGroupMembers({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities: [crowd] }),
    });
    await expect(crowded.membersOf('group:default/crowd')).rejects.toThrow(
      "Group 'group:default/crowd' has more than 5000 members",
    );
  });
});
