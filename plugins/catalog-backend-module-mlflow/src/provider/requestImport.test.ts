import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { ConflictError, NotFoundError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { applyMigrations } from '../state/applyMigrations';
import { ImportStateStore } from '../state/ImportStateStore';
import { importConfig } from '../testUtils/importConfig';
import { MlflowImporter } from './MlflowImporter';
import { requestImport } from './requestImport';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('requestImport', () => {
  async function request(triggerTask: () => Promise<void>) {
    const knex = await databases.init('SQLITE_3');
    await applyMigrations(mockServices.database({ knex, migrations: {} }));
    const state = ImportStateStore.create({ knex });
    const scheduler = mockServices.scheduler.mock({ triggerTask });
    const importer = MlflowImporter.create({
      config: importConfig(),
      auth: mockServices.auth(),
      catalog: catalogServiceMock(),
      decisions: { list: async () => [] },
      logger: mockServices.logger.mock(),
      state,
    });
    const requested = requestImport(importer, { scheduler, state });
    return { requested, scheduler, state };
  }

  it('triggers the task of the import', async () => {
    const { requested, scheduler } = await request(async () => {});
    await requested;
    expect(scheduler.triggerTask).toHaveBeenCalledWith(
      'MlflowEntityProvider:eu:refresh',
    );
  });

  it.each([
    new ConflictError('Task is currently running'),
    new NotFoundError('Task does not exist'),
  ])('is not lost on %s', async error => {
    const { requested, state } = await request(async () => {
      throw error;
    });
    await requested;
    await expect(state.isRequested('eu')).resolves.toBe(true);
  });

  it('says what else went wrong', async () => {
    const { requested } = await request(async () => {
      throw new Error('The database is gone');
    });
    await expect(requested).rejects.toThrow('The database is gone');
  });
});
