import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { FeatureViewEntity } from '@understudy/plugin-ml-common';
import { featureViewEntity } from '../__testUtils__/dataEntities';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { DatabaseLedger } from '../ledger/DatabaseLedger';
import { DatabaseSubjectStore } from '../subjects/DatabaseSubjectStore';
import { FeatureViewVersionSync } from './FeatureViewVersionSync';

jest.setTimeout(60_000);

const fields = [{ name: 'amount', type: 'double', description: 'In all' }];
const wider = [...fields, { name: 'count', type: 'int64' }];

describe.each(databases.eachSupportedId())(
  'FeatureViewVersionSync on %s',
  id => {
    async function createSync() {
      const knex = await migratedDatabase(id);
      const logger = mockServices.logger.mock();
      const sync = async (...views: FeatureViewEntity[]) => {
        await new FeatureViewVersionSync({
          auth: mockServices.auth(),
          catalog: catalogServiceMock({ entities: views }),
          knex,
          ledger: DatabaseLedger.create({ knex }),
          logger,
          subjects: DatabaseSubjectStore.create({ knex }),
        }).run({ signal: new AbortController().signal });
        const labels: string[] = await knex('version')
          .orderBy('id')
          .pluck('label');
        return labels;
      };
      return { knex, logger, sync };
    }

    it('makes a version of each declared label and of each change', async () => {
      const { knex, sync } = await createSync();
      const view = (
        label: string,
        declared: FeatureViewEntity['spec']['fields'],
      ) =>
        featureViewEntity('tx', {
          fields: declared,
          versions: [
            { label: '0', state: 'retired' },
            { label, state: 'live', description: `The ${label}` },
            { label: 'next', state: 'draft' },
          ],
        });
      expect(await sync(view('1', fields))).toEqual(['1']);
      expect(await sync(view('1', fields))).toEqual(['1']);
      expect(await sync(view('1', wider))).toEqual(['1', 'r1']);
      expect(await sync(view('1', wider))).toEqual(['1', 'r1']);
      expect(await sync(view('2', wider))).toEqual(['1', 'r1', '2']);
      expect(await sync(view('1', fields))).toEqual(['1', 'r1', '2']);

      const [first] = await knex('version').orderBy('id');
      expect(first).toMatchObject({
        kind: 'featureview',
        source_type: 'entity',
        digest_strength: 'record',
        description: 'The 1',
      });
      expect(JSON.parse(first.facts)).toEqual({
        definition: {
          fields: [{ name: 'amount', type: 'double' }],
          entities: [],
          sources: [],
        },
      });
      expect(await knex('event').orderBy('sequence').pluck('subject')).toEqual(
        ['1', 'r1', '2'].map(label => `featureview:default/tx@${label}`),
      );
    });

    it('does not mind what is only documentation', async () => {
      const { sync } = await createSync();
      expect(await sync(featureViewEntity('tx', { fields }))).toEqual(['r1']);
      const [{ name, type }] = fields;
      const documented = [
        { name, type, description: 'All of it', tags: ['x'] },
      ];
      expect(
        await sync(featureViewEntity('tx', { fields: documented })),
      ).toEqual(['r1']);
    });

    it('takes nothing from a view that declares no fields', async () => {
      const { sync } = await createSync();
      expect(await sync(featureViewEntity('tx'))).toEqual([]);
    });

    it('reads the others when one cannot be read', async () => {
      const { logger, sync } = await createSync();
      expect(
        await sync(
          featureViewEntity('broken', { fields: [{ name: '\ud800' }] }),
          featureViewEntity('tx', { fields }),
        ),
      ).toEqual(['r1']);
      expect(logger.warn).toHaveBeenCalledWith(
        expect.stringMatching(/'featureview:default\/broken' cannot be read/),
      );
    });
  },
);
