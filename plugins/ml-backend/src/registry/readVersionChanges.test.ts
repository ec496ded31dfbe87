import { Knex } from 'knex';
import { sourceVersion } from '../__testUtils__/FakeVersionSource';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { seedVersions } from '../__testUtils__/seedVersions';
import { contractOf } from '../contracts/__testUtils__/contracts';
import { DatabaseContractStore } from '../contracts/store/DatabaseContractStore';
import { StoredContract } from '../contracts/store/StoredContract';
import { Subject } from '../subjects/SubjectStore';
import { DatabaseVersionStore } from './DatabaseVersionStore';
import { readVersionChanges } from './readVersionChanges';

jest.setTimeout(60_000);

/** What is stored of the report of a contract. */
type Judged = Pick<StoredContract, 'verdict' | 'requiredBump'> & {
  errors?: number;
};

describe.each(databases.eachSupportedId())('changes of versions on %s', id => {
  let knex: Knex;

  beforeEach(async () => {
    knex = await migratedDatabase(id);
  });

  const seed = async (model: string, amount: number) =>
    await seedVersions(knex, {
      model,
      versions: Array.from({ length: amount }, (_, index) =>
        sourceVersion(`${index + 1}`),
      ),
    });

  /** Publishes contracts 1.0.0, 2.0.0 and so on. Answers their ids. */
  const publish = async (
    subject: Subject,
    reports: readonly (Judged | undefined)[],
    providerId = '',
  ) => {
    const store = DatabaseContractStore.create({ knex });
    const ids = reports.map((_, index) =>
      `${subject.id.slice(-8)}${providerId.slice(-2)}${index}`.padEnd(26, '0'),
    );
    for (const [index, report] of reports.entries()) {
      const version = `${index + 1}.0.0`;
      await knex.transaction(trx =>
        store.insert(trx, {
          id: ids[index],
          subjectId: subject.id,
          providerId,
          version,
          status: 'active',
          origin: 'signature',
          digest: 'd'.repeat(64),
          contract: contractOf({ version }),
          verdict: report?.verdict,
          requiredBump: report?.requiredBump,
          findings: { errors: report?.errors ?? 0, warnings: 0, infos: 0 },
          publishedBy: 'system:ml',
          publishedAt: `2026-03-01T00:00:0${index}.000Z`,
        }),
      );
    }
    return ids;
  };

  /** Links version 1, 2, ... to a contract; undefined: nobody has looked yet. */
  const link = async (
    subject: Subject,
    contracts: readonly (string | null | undefined)[],
  ) => {
    for (const [index, contract] of contracts.entries()) {
      if (contract !== undefined) {
        const version = await knex('version')
          .where({ subject_id: subject.id, label: `${index + 1}` })
          .first('id');
        await knex('contract_subject_version').insert({
          version_id: version.id,
          contract_version_id: contract,
        });
      }
    }
  };

  const read = async (subject: Subject) => {
    const store = DatabaseVersionStore.create({ knex, serverTitle: () => '' });
    const { items } = await store.list({
      subject,
      view: 'all',
      filter: {},
      limit: 100,
    });
    return items.map(({ label, change }) => [label, change]).reverse();
  };

  it('follow from the contracts of a version and of the one before it', async () => {
    const subject = await seed('fraud', 8);
    const [first, added, broken, waived, worded, doubtful] = await publish(
      subject,
      [
        undefined,
        { verdict: 'compatible', requiredBump: 'minor' },
        { verdict: 'incompatible', requiredBump: 'major', errors: 1 },
        {
          verdict: 'compatible_with_warnings',
          requiredBump: 'minor',
          errors: 1,
        },
        { verdict: 'compatible', requiredBump: 'patch' },
        { verdict: 'unverifiable', requiredBump: 'minor' },
      ],
    );
    await link(subject, [
      first,
      first,
      added,
      broken,
      waived,
      worded,
      doubtful,
      // It goes back: nobody compared these two.
      first,
    ]);
    expect(await read(subject)).toEqual([
      ['1', undefined],
      ['2', 'none'],
      ['3', 'additive'],
      ['4', 'breaking'],
      ['5', 'breaking'],
      ['6', 'none'],
      ['7', 'unverifiable'],
      ['8', 'unverifiable'],
    ]);
  });

  it('are not guessed where a contract is not known, or one lies between', async () => {
    const subject = await seed('fraud', 6);
    const minor: Judged = { verdict: 'compatible', requiredBump: 'minor' };
    const contracts = await publish(subject, [undefined, minor, minor]);
    await link(subject, [
      contracts[0],
      contracts[2],
      null,
      contracts[2],
      undefined,
      contracts[2],
    ]);
    expect(await read(subject)).toEqual([
      ['1', undefined],
      ['2', 'unverifiable'],
      ['3', undefined],
      ['4', undefined],
      ['5', undefined],
      ['6', undefined],
    ]);
  });

  it('look at the own versions and the own contract only', async () => {
    const subject = await seed('fraud', 2);
    const other = await seed('other', 2);
    const minor: Judged = { verdict: 'compatible', requiredBump: 'minor' };
    const own = await publish(subject, [undefined, minor]);
    // What it expects of another is another line.
    await publish(subject, [undefined, minor], other.id);
    const others = await publish(other, [undefined, minor]);
    await link(subject, own);
    await link(other, others);
    expect(await read(subject)).toEqual([
      ['1', undefined],
      ['2', 'additive'],
    ]);
  });

  it('of no version are none', async () => {
    expect(await readVersionChanges(knex, [])).toEqual(new Map());
  });

  it('of a page take one statement', async () => {
    const subject = await seed('fraud', 30);
    const minor: Judged = { verdict: 'compatible', requiredBump: 'minor' };
    const [first, second] = await publish(subject, [undefined, minor]);
    await link(
      subject,
      Array.from({ length: 30 }, (_, index) => (index < 10 ? first : second)),
    );
    const ids: string[] = await knex('version').pluck('id');
    const statements: string[] = [];
    knex.on('query', ({ sql }: { sql: string }) => statements.push(sql));
    const changes = await readVersionChanges(knex, ids);
    expect(statements).toHaveLength(1);
    expect([...changes.values()].sort()).toEqual([
      'additive',
      ...Array.from({ length: 28 }, () => 'none'),
    ]);
  });
});
