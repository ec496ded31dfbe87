import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ModelInlineVersion } from '@understudy/plugin-ml-common';
import {
  databases,
  migratedDatabase,
} from '../../__testUtils__/migratedDatabase';
import { modelEntity } from '../../__testUtils__/modelEntity';
import { DatabaseSubjectStore } from '../../subjects/DatabaseSubjectStore';
import { MetricDictionary } from '../MetricDictionary';
import { FileVersionsSync } from './FileVersionsSync';

jest.setTimeout(60_000);

const digest = (digit: string) => `sha256:${digit.repeat(64)}`;

describe.each(databases.eachSupportedId())('FileVersionsSync on %s', id => {
  async function createSync() {
    const knex = await migratedDatabase(id);
    const logger = mockServices.logger.mock();
    const sync = async (versions: ModelInlineVersion[], days = 1) => {
      await new FileVersionsSync({
        auth: mockServices.auth(),
        catalog: catalogServiceMock({
          entities: [
            modelEntity('vendor', { spec: { versions } }),
            modelEntity('other'),
          ],
        }),
        dictionary: MetricDictionary.create([]),
        knex,
        logger,
        subjects: DatabaseSubjectStore.create({ knex }),
        now: () => new Date(Date.UTC(2026, 2, days)),
      }).run({ signal: new AbortController().signal });
      const rows: {
        label: string;
        digest: string;
        description: string | null;
        created_at: string;
        gone_since: string | null;
      }[] = await knex('version').orderBy('label');
      return rows;
    };
    return { knex, logger, sync };
  }

  it('takes over versions and dates them when the file does not', async () => {
    const { knex, sync } = await createSync();
    const versions: ModelInlineVersion[] = [
      {
        label: 'a',
        digest: digest('1'),
        metrics: [{ name: 'auc', value: 0.8, split: 'test' }],
      },
      { label: 'b', createdAt: '2026-01-01T00:00:00Z' },
    ];
    const first = await sync(versions);
    expect(first).toMatchObject([
      {
        label: 'a',
        digest: digest('1'),
        created_at: '2026-03-01T00:00:00.000Z',
      },
      { label: 'b', created_at: '2026-01-01T00:00:00.000Z' },
    ]);
    expect(await knex('version_metric').select('name', 'split')).toEqual([
      { name: 'auc', split: 'test' },
    ]);
    expect(await sync(versions, 2)).toEqual(first);
  });

  it('follows changes, and marks what left the file', async () => {
    const { sync } = await createSync();
    await sync([{ label: 'a', digest: digest('1') }, { label: 'b' }]);
    const changed = await sync(
      [{ label: 'a', digest: digest('1'), description: 'Checked' }],
      2,
    );
    expect(changed).toMatchObject([
      { label: 'a', description: 'Checked', gone_since: null },
      { label: 'b', gone_since: '2026-03-02T00:00:00.000Z' },
    ]);
    const emptied = await sync([], 3);
    expect(emptied.map(row => row.gone_since)).toEqual([
      '2026-03-03T00:00:00.000Z',
      '2026-03-02T00:00:00.000Z',
    ]);
  });

  it('keeps the digest of a label, and says so', async () => {
    const { logger, sync } = await createSync();
    await sync([{ label: 'a', digest: digest('1') }]);
    const [row] = await sync([{ label: 'a', digest: digest('2') }]);
    expect(row.digest).toBe(digest('1'));
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(/'a' of the file has another digest/),
    );
  });
});
