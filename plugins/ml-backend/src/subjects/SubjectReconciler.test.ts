import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { modelEntity } from '../__testUtils__/modelEntity';
import { DatabaseSubjectStore } from './DatabaseSubjectStore';
import { SubjectReconciler } from './SubjectReconciler';

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('SubjectReconciler on %s', id => {
  async function reconcile(entities: ReturnType<typeof modelEntity>[]) {
    const knex = await migratedDatabase(id);
    const subjects = DatabaseSubjectStore.create({ knex });
    const stays = await subjects.ensure({
      ref: 'model:default/stays',
      previousRefs: [],
    });
    const leaves = await subjects.ensure({
      ref: 'model:default/leaves',
      previousRefs: [],
      owner: 'group:default/search-ranking',
    });
    const reconciler = new SubjectReconciler({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities }),
      logger: mockServices.logger.mock(),
      subjects,
    });
    await reconciler.run();
    const found = await subjects.findByIds([stays.id, leaves.id]);
    return {
      reconciler,
      subjects,
      stays: found.get(stays.id),
      leaves: found.get(leaves.id),
    };
  }

  it('notes what left the catalog and who owns what is in it', async () => {
    const { stays, leaves } = await reconcile([modelEntity('stays')]);
    expect(stays).toMatchObject({ lastOwner: 'group:default/payments-fraud' });
    expect(stays?.deletedAt).toBeUndefined();
    expect(leaves).toMatchObject({
      lastOwner: 'group:default/search-ranking',
      deletedAt: expect.any(String),
    });
  });

  it('follows an entity that names its former ref', async () => {
    const { leaves } = await reconcile([
      modelEntity('stays'),
      modelEntity('arrives', {
        metadata: {
          annotations: { 'understudy.dev/previous-refs': 'leaves' },
        },
      }),
    ]);
    expect(leaves).toMatchObject({
      ref: 'model:default/arrives',
      previousRefs: ['model:default/leaves'],
    });
    expect(leaves?.deletedAt).toBeUndefined();
  });

  it('changes nothing when the catalog cannot be read', async () => {
    const { subjects, stays } = await reconcile([
      modelEntity('stays'),
      modelEntity('leaves'),
    ]);
    const broken = new SubjectReconciler({
      auth: mockServices.auth(),
      catalog: catalogServiceMock.mock({
        streamEntities: async function* fail() {
          throw new Error('The catalog is down');
        },
      }),
      logger: mockServices.logger.mock(),
      subjects,
    });
    await expect(broken.run()).rejects.toThrow('The catalog is down');
    expect((await subjects.findByIds([stays!.id])).get(stays!.id)).toEqual(
      stays,
    );
  });
});
