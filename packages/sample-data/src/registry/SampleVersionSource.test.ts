import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { SourceRecord } from '@understudy/plugin-ml-node';
import { sampleRecords } from '../records/sampleRecords';
import { SampleVersionSource } from './SampleVersionSource';
import { sampleServers } from './sampleServers';

const record = { name: 'fraud_score' };

describe('SampleVersionSource', () => {
  const signal = new AbortController().signal;
  const logger = { info: jest.fn() };
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'sample-registry-'));
  });

  afterEach(async () => {
    logger.info.mockReset();
    await rm(directory, { recursive: true });
  });

  function createSource(id: string = 'eu-prod') {
    const server = sampleServers.find(s => s.id === id);
    if (!server) {
      throw new Error(`No server ${id}`);
    }
    return SampleVersionSource.create({
      server,
      records: sampleRecords,
      directory,
      intervalSeconds: 20,
      logger,
    });
  }

  async function listRecords(source: SampleVersionSource) {
    const records: SourceRecord[] = [];
    for await (const item of source.listRecords({ signal })) {
      records.push(item);
    }
    return records;
  }

  async function readRecord(source: SampleVersionSource) {
    const found = (await listRecords(source)).find(
      ({ name }) => name === record.name,
    );
    if (!found) {
      throw new Error(`${record.name} is not listed`);
    }
    return found;
  }

  it('lists the records of its own server only', async () => {
    const names = (await listRecords(createSource('us-prod'))).map(r => r.name);

    expect(names).toEqual(['basket_recommender', 'product-embedding']);
  });

  it('tells prompts from models', async () => {
    const prompts = (await listRecords(createSource())).filter(
      ({ kind }) => kind === 'prompt',
    );

    expect(prompts.map(({ name }) => name)).toEqual(['help_assistant_answer']);
  });

  it('lists the versions of a record, oldest first', async () => {
    const source = createSource();
    const numbers: string[] = [];
    for await (const version of source.listVersions({
      record: await readRecord(source),
      signal,
    })) {
      numbers.push(version.recordVersion);
    }

    expect(numbers).toHaveLength(44);
    expect([numbers[0], numbers[43]]).toEqual(['1', '44']);
  });

  it('moves an alias so that a restart shows it moved', async () => {
    await createSource().aliases.setAlias({
      record,
      alias: 'champion',
      version: '42',
      signal,
    });
    const restarted = createSource();

    await expect(
      restarted.aliases.readAlias({ record, alias: 'champion', signal }),
    ).resolves.toBe('42');
    expect((await readRecord(restarted)).aliases).toEqual([
      { alias: 'challenger', version: '43' },
      { alias: 'champion', version: '42' },
    ]);
  });

  it('keeps how often it moved an alias, whatever its log says', async () => {
    const { aliases } = createSource();
    const move = (version: string) =>
      aliases.setAlias({ record, alias: 'champion', version, signal });
    const file = join(directory, 'eu-prod', 'fraud_score', 'champion.json');

    await move('42');
    await expect(readFile(file, 'utf8')).resolves.toBe(
      '{"version":"42","writes":1}\n',
    );
    await move('42');
    await move('43');
    await expect(readFile(file, 'utf8')).resolves.toBe(
      '{"version":"43","writes":3}\n',
    );
  });

  it('replaces an alias the registry had before', async () => {
    const { aliases } = createSource();
    await expect(
      aliases.readAlias({ record, alias: 'challenger', signal }),
    ).resolves.toBe('43');

    await aliases.setAlias({
      record,
      alias: 'challenger',
      version: '44',
      signal,
    });

    await expect(
      aliases.readAlias({ record, alias: 'challenger', signal }),
    ).resolves.toBe('44');
  });

  it('survives many moves at once and leaves no drafts behind', async () => {
    const { aliases } = createSource();
    const versions = Array.from({ length: 20 }, (_, i) => String(i + 1));

    await Promise.all(
      versions.map(version =>
        aliases.setAlias({ record, alias: 'champion', version, signal }),
      ),
    );

    expect(versions).toContain(
      await aliases.readAlias({ record, alias: 'champion', signal }),
    );
    await expect(
      readdir(join(directory, 'eu-prod', 'fraud_score')),
    ).resolves.toEqual(['champion.json']);
  });

  it('changes its mark with an alias and only then', async () => {
    const source = createSource();
    const before = (await readRecord(source)).changeMark;
    await expect(readRecord(createSource())).resolves.toMatchObject({
      changeMark: before,
    });

    await source.aliases.setAlias({
      record,
      alias: 'champion',
      version: '42',
      signal,
    });

    expect((await readRecord(source)).changeMark).not.toBe(before);
  });

  it('does what the manual command says', async () => {
    const { aliases } = createSource();
    const command = aliases.manualCommand({
      record,
      alias: "champion-côte-d'or",
      version: '41',
    });

    await promisify(execFile)('sh', ['-c', command]);

    await expect(
      aliases.readAlias({ record, alias: "champion-côte-d'or", signal }),
    ).resolves.toBe('41');
  });

  it.each([
    ['../../etc', 'champion'],
    ['fraud_score', '../champion'],
    ['fraud_score', '..'],
  ])('keeps to its folder for %s and %s', async (name, alias) => {
    const { aliases } = createSource();
    const command = aliases.manualCommand({
      record: { name },
      alias,
      version: '1',
    });

    expect(command).not.toMatch(/\/\.\.?\//);
  });

  it('has no alias that was never set', async () => {
    await expect(
      createSource().aliases.readAlias({
        record,
        alias: 'champion-xx',
        signal,
      }),
    ).resolves.toBeUndefined();
  });

  it.each(['45', '0', '1.5', 'latest'])(
    'refuses to point an alias at version %s, which does not exist',
    async version => {
      await expect(
        createSource().aliases.setAlias({
          record,
          alias: 'champion',
          version,
          signal,
        }),
      ).rejects.toThrow(`has no version '${version}' of 'fraud_score'`);
    },
  );

  it('refuses a record it does not have', async () => {
    await expect(
      createSource().aliases.readAlias({
        record: { name: 'unheard-of' },
        alias: 'champion',
        signal,
      }),
    ).rejects.toThrow("'eu-prod' has no record 'unheard-of'");
  });

  it('answers nothing while it is switched off', async () => {
    const source = createSource();
    await writeFile(join(directory, 'eu-prod.down'), '');

    await expect(listRecords(source)).rejects.toThrow('switched off');
    await expect(
      source.aliases.setAlias({
        record,
        alias: 'champion',
        version: '42',
        signal,
      }),
    ).rejects.toThrow('switched off');
    await expect(listRecords(createSource('us-prod'))).resolves.toHaveLength(2);

    await rm(join(directory, 'eu-prod.down'));
    await expect(listRecords(source)).resolves.not.toHaveLength(0);
  });

  it.each([
    [{ before: 60 }, undefined, 'Moving'],
    [{ after: 60 }, '42', 'Moved'],
  ])('is slow where the file says %j', async (delay, holder, last) => {
    const { aliases } = createSource();
    await writeFile(join(directory, 'eu-prod.slow'), JSON.stringify(delay));
    const controller = new AbortController();
    const told = new Promise(resolve => {
      logger.info.mockImplementation(
        (line: string) => line.startsWith(last) && resolve(line),
      );
    });

    const moving = aliases.setAlias({
      record,
      alias: 'champion',
      version: '42',
      signal: controller.signal,
    });
    await expect(told).resolves.toBe(
      `${last} 'champion' of 'fraud_score' to version '42' in eu-prod`,
    );
    const found = await aliases.readAlias({
      record,
      alias: 'champion',
      signal,
    });
    controller.abort();

    expect(found).toBe(holder);
    await expect(moving).rejects.toThrow('aborted');
  });

  it.each(['{"before": -1}', '{"after": "long"}', 'slowly'])(
    'does not guess what %s means',
    async text => {
      await writeFile(join(directory, 'eu-prod.slow'), text);

      await expect(
        createSource().aliases.setAlias({
          record,
          alias: 'champion',
          version: '42',
          signal,
        }),
      ).rejects.toThrow(/expected 0 to 60 seconds|not valid JSON/);
    },
  );

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    controller.abort();

    await expect(
      createSource().aliases.readAlias({
        record,
        alias: 'champion',
        signal: controller.signal,
      }),
    ).rejects.toThrow('aborted');
  });
});
