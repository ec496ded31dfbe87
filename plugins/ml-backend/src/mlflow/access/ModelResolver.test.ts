import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  databases,
  migratedDatabase,
} from '../../__testUtils__/migratedDatabase';
import { indexEntry } from '../../__testUtils__/indexEntry';
import { modelEntity } from '../../__testUtils__/modelEntity';
import { seedVersions } from '../../__testUtils__/seedVersions';
import { DatabaseModelIndex } from '../../models/DatabaseModelIndex';
import { ModelAccess } from '../../models/ModelAccess';
import { ModelReader } from '../records/ModelReader';
import { ModelResolver } from './ModelResolver';
import { RegistryCaller } from './RegistryCaller';

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('ModelResolver on %s', id => {
  /** Two records: the index has the Model of one, the catalog that of the other. */
  async function createResolver() {
    const knex = await migratedDatabase(id);
    await seedVersions(knex, { model: 'indexed', versions: [] });
    await seedVersions(knex, { model: 'new', versions: [] });
    const index = DatabaseModelIndex.create({ knex });
    await index.put([indexEntry({ ref: 'model:default/indexed' })]);
    const reader = new ModelReader(knex);
    const records = [
      ...(await reader.findElsewhere('indexed')),
      ...(await reader.findElsewhere('new')),
    ];
    const resolver = new ModelResolver({
      access: new ModelAccess({
        auth: mockServices.auth(),
        catalog: catalogServiceMock(),
        permissions: mockServices.permissions.mock(),
      }),
      index,
      reader,
    });
    const shown = async (seesAll: boolean) => {
      const asked: string[] = [];
      const found = await resolver.findShown(
        records,
        caller(seesAll, refs => asked.push(...refs)),
      );
      return {
        asked,
        names: records
          .filter(record => found.has(record.id))
          .map(({ name }) => name),
      };
    };
    return { shown };
  }

  /** Somebody to whom the catalog shows nothing but `new`. */
  function caller(
    seesAll: boolean,
    onAsked: (refs: readonly string[]) => void,
  ): RegistryCaller {
    return {
      actor: { ref: 'user:default/data-scientist', kind: 'user' },
      account: 'user:default/data-scientist',
      isPerson: true,
      seesAll: async () => seesAll,
      findReadable: async refs => {
        onAsked(refs);
        const entity = modelEntity('new');
        return new Map(
          refs
            .filter(ref => ref === 'model:default/new')
            .map(ref => [ref, entity]),
        );
      },
      findByName: async () => [],
      owns: async () => false,
      requireChange: async () => {},
      ownerOfNew: async () => undefined,
      mayRollBack: async () => false,
    };
  }

  it('shows those who may see all what is indexed, without asking for it', async () => {
    const { shown } = await createResolver();
    expect(await shown(true)).toEqual({
      names: ['indexed', 'new'],
      asked: ['model:default/new'],
    });
  });

  it('shows others what the catalog shows them', async () => {
    const { shown } = await createResolver();
    expect(await shown(false)).toEqual({
      names: ['new'],
      asked: ['model:default/indexed', 'model:default/new'],
    });
  });
});
