import { sourceVersion } from '../../__testUtils__/FakeVersionSource';
import {
  databases,
  migratedDatabase,
} from '../../__testUtils__/migratedDatabase';
import { seedVersions } from '../../__testUtils__/seedVersions';
import { RegistrySearch, SearchQuery } from './RegistrySearch';

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('RegistrySearch on %s', id => {
  /** Three records, two of the same name, with versions of several sources. */
  async function createSearch() {
    const knex = await migratedDatabase(id);
    const versions = (numbers: number[], artifactUri?: string) =>
      numbers.map(number =>
        sourceVersion(`${number}`, {
          artifactUri: artifactUri ?? `s3://models/${number}`,
          runId: `run-${number}`,
        }),
      );
    await seedVersions(knex, { model: 'b', versions: versions([1, 2, 10]) });
    await seedVersions(knex, {
      model: 'other',
      server: 'us',
      record: 'b',
      versions: versions([3, 9], 's3://models/2'),
    });
    await seedVersions(knex, { model: 'a', versions: versions([1, 2]) });
    await seedVersions(knex, { model: 'Z', versions: versions([7]) });
    const [portal] = await knex('version').where({ label: '7' });
    await knex('portal_version').insert({
      version_id: portal.id,
      source: 's3://models/2',
      updated_at: '2026-03-01T00:00:00.000Z',
    });
    const gone = await seedVersions(knex, {
      model: 'gone',
      versions: versions([1]),
    });
    await knex('registry_record')
      .where({ subject_id: gone.id })
      .update({ gone_since: '2026-03-01T00:00:00.000Z' });
    const search = new RegistrySearch(knex);
    const find = async (query: Partial<SearchQuery>, size: number) => {
      const paged = search.versions({ filter: '', orderBy: [], ...query });
      const found: string[] = [];
      let after: (string | number)[] | undefined;
      do {
        const rows = await paged.select(size, after);
        found.push(
          ...rows.map(
            ({ item }) => `${item.model.name}/${item.version.number}`,
          ),
        );
        after = rows.length === size ? rows.at(-1)?.place : undefined;
      } while (after);
      return found;
    };
    return { find, knex };
  }

  const all = ['Z/7', 'a/2', 'a/1', 'b/10', 'b/9', 'b/3', 'b/2', 'b/1'];

  it.each<[Partial<SearchQuery>, string[]]>([
    [{}, all],
    [
      { orderBy: ['name DESC'] },
      ['b/10', 'b/9', 'b/3', 'b/2', 'b/1', 'a/2', 'a/1', 'Z/7'],
    ],
    [
      { orderBy: ['name ASC', 'version_number ASC'] },
      ['Z/7', 'a/1', 'a/2', 'b/1', 'b/2', 'b/3', 'b/9', 'b/10'],
    ],
    [
      { orderBy: ['version_number DESC'] },
      ['b/10', 'b/9', 'Z/7', 'b/3', 'a/2', 'b/2', 'a/1', 'b/1'],
    ],
    [{ filter: "name LIKE 'b%'" }, all.slice(3)],
    [{ filter: "name IN ('a', 'Z')" }, all.slice(0, 3)],
    [{ filter: "name = 'b'" }, all.slice(3)],
    [{ filter: "tags.`mlflow.prompt.is_prompt` != 'true'" }, all],
    [{ filter: "tags.`mlflow.prompt.is_prompt` = 'true'" }, []],
    [
      { filter: "source_path = 's3://models/2'" },
      ['Z/7', 'a/2', 'b/9', 'b/3', 'b/2'],
    ],
    [{ filter: "source_path = 's3://models/7'" }, []],
    [
      { filter: "name = 'b' AND source_path = 's3://models/2'" },
      ['b/9', 'b/3', 'b/2'],
    ],
    [{ filter: "run_id = 'run-1'" }, ['a/1', 'b/1']],
    [{ filter: 'version_number > 7' }, ['b/10', 'b/9']],
  ])('finds %j, in pages of any size', async (query, expected) => {
    const { find } = await createSearch();
    for (const size of [1, 2, 3, 100]) {
      expect(await find(query, size)).toEqual(expected);
    }
  });

  it('leaves out what the catalog does not hold, unless it is about to', async () => {
    const { find, knex } = await createSearch();
    await knex('subject')
      .whereIn('ref', ['model:default/b', 'model:default/Z'])
      .update({ deleted_at: '2026-03-01T00:00:00.000Z' });
    const held = ['a/2', 'a/1', 'b/9', 'b/3'];
    const names = async () =>
      (
        await new RegistrySearch(knex)
          .models({ filter: '', orderBy: [] })
          .select(10, undefined)
      ).map(({ item }) => `${item.server} ${item.name}`);
    expect(await find({}, 2)).toEqual(held);
    expect(await find({ filter: "name = 'b'" }, 2)).toEqual(['b/9', 'b/3']);
    expect(await names()).toEqual(['eu a', 'us b']);

    const [record] = await knex('registry_record').where({ name: 'Z' });
    await knex('portal_record').insert({
      record_id: record.id,
      created_by: 'user:default/data-scientist',
      created_at: record.first_seen_at,
      updated_at: record.first_seen_at,
      emitted: true,
      entity_name: 'z',
    });
    expect(await find({}, 2)).toEqual(['Z/7', ...held]);
    expect(await names()).toEqual(['eu Z', 'eu a', 'us b']);
  });
});
