import { Knex } from 'knex';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { expectMlflowDescribed } from './__testUtils__/expectMlflowDescribed';
import { openDoor, portalModel } from './__testUtils__/openDoor';

jest.setTimeout(120_000);

describe.each(databases.eachSupportedId())('versions of models on %s', id => {
  let knex: Knex;
  let door: Awaited<ReturnType<typeof openDoor>>;
  const name = 'gift-wrap';

  beforeEach(async () => {
    knex = await migratedDatabase(id);
    door = await openDoor(knex, {
      entities: [
        portalModel(name),
        portalModel('other-team', 'group:default/model-risk'),
      ],
    });
  });

  afterEach(async () => {
    await door.stop();
  });

  const register = async (fields: object = {}) =>
    await door.by('scientist').post('model-versions/create', {
      name,
      source: 's3://models/1',
      ...fields,
    });

  it('registers a version with the person who did it', async () => {
    const answer = await register({
      run_id: 'r1',
      run_link: 'https://mlflow.example/run',
      model_id: 'm-1',
      description: 'First',
      tags: [{ key: 'git.commit', value: '4f2c9e1' }],
    });
    expect(answer.status).toBe(200);
    expectMlflowDescribed('post', 'model-versions/create', answer);
    expect(answer.body.model_version).toEqual({
      name,
      version: '1',
      creation_timestamp: door.world.clock.now.getTime(),
      last_updated_timestamp: door.world.clock.now.getTime(),
      user_id: 'user:default/scientist',
      current_stage: 'None',
      description: 'First',
      source: 's3://models/1',
      run_id: 'r1',
      run_link: 'https://mlflow.example/run',
      model_id: 'm-1',
      status: 'READY',
      tags: [{ key: 'git.commit', value: '4f2c9e1' }],
      aliases: [],
    });
    const [version] = await knex('version').where({ source_type: 'portal' });
    expect(version).toMatchObject({
      label: '1',
      created_by: 'user:default/scientist',
      claimed_author: null,
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      digest_strength: 'record',
    });
  });

  it('takes digest and variant from the tags that servers have too', async () => {
    const digest = `sha256:${'a'.repeat(64)}`;
    await register({
      tags: [
        { key: 'understudy.dev/reported-digest', value: digest },
        { key: 'understudy.dev/variant', value: 'store=0417' },
      ],
    });
    await register({
      source: 's3://2',
      tags: [{ key: 'understudy.dev/reported-digest', value: 'made up' }],
    });
    expect(
      await knex('version').where({ source_type: 'portal' }).orderBy('label'),
    ).toMatchObject([
      { digest, digest_strength: 'reported', variant: 'store=0417' },
      { digest_strength: 'record', variant: null },
    ]);
  });

  it('marks the author that a service names as claimed', async () => {
    await door.byService().post('model-versions/create', {
      name,
      source: 's3://a',
      tags: [{ key: 'understudy.dev/author', value: 'user:default/scientist' }],
    });
    expect(
      await knex('version').where({ source_type: 'portal' }),
    ).toMatchObject([
      {
        created_by: 'external:test-service',
        claimed_author: 'user:default/scientist',
      },
    ]);
  });

  it('answers a repeated request with the first version for a minute', async () => {
    const first = await register({ run_id: 'r1' });
    door.advance(59);
    const repeated = await register({ run_id: 'r1' });
    expect(repeated.body).toEqual(first.body);
    expect((await register({ run_id: 'r2' })).body.model_version.version).toBe(
      '2',
    );
    expect((await register()).body.model_version.version).toBe('3');
    door.advance(2);
    expect((await register({ run_id: 'r1' })).body.model_version.version).toBe(
      '4',
    );
  });

  it('tells prompts apart by their texts, which are in their tags', async () => {
    const prompt = { key: 'mlflow.prompt.is_prompt', value: 'true' };
    await door
      .by('scientist')
      .post('registered-models/create', { name: 'greeting', tags: [prompt] });
    const write = async (text: string) =>
      (
        await register({
          name: 'greeting',
          source: 'prompt-template',
          tags: [prompt, { key: 'mlflow.prompt.text', value: text }],
        })
      ).body.model_version.version;
    expect([
      await write('Hi'),
      await write('Hello'),
      await write('Hi'),
    ]).toEqual(['1', '2', '1']);
  });

  it('gives fifty clients at once numbers without gaps', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        register({ source: `s3://models/${index}` }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(200));
    const numbers = answers.map(({ body }) =>
      Number(body.model_version.version),
    );
    expect(numbers.sort((a, b) => a - b)).toEqual(
      Array.from({ length: 50 }, (_, index) => index + 1),
    );
  });

  it('keeps numbers of deleted versions, and tombstones', async () => {
    await register({ source: 's3://1' });
    await register({ source: 's3://2' });
    const scientist = door.by('scientist');
    await scientist.post('registered-models/alias', {
      name,
      alias: 'candidate',
      version: '2',
    });
    const deleted = await scientist.delete('model-versions/delete', {
      name,
      version: '2',
    });
    expect(deleted.status).toBe(200);
    expect(
      (await scientist.get('model-versions/get', { name, version: '2' }))
        .status,
    ).toBe(404);
    expect(
      (
        await scientist.get('registered-models/alias', {
          name,
          alias: 'candidate',
        })
      ).body.error_code,
    ).toBe('INVALID_PARAMETER_VALUE');
    expect(
      (await register({ source: 's3://3' })).body.model_version.version,
    ).toBe('3');
    expect(await knex('version').where({ label: '2' }).first()).toMatchObject({
      artifact_uri: 's3://2',
      gone_since: expect.any(String),
    });
  });

  it('changes description and tags, and says where the artifact is', async () => {
    await register();
    const scientist = door.by('scientist');
    const version = '1';
    await scientist.patch('model-versions/update', {
      name,
      version,
      description: 'Better',
    });
    await scientist.post('model-versions/set-tag', {
      name,
      version,
      key: 'a',
      value: '1',
    });
    await scientist.post('model-versions/set-tag', {
      name,
      version,
      key: 'b',
      value: '2',
    });
    await scientist.delete('model-versions/delete-tag', {
      name,
      version,
      key: 'a',
    });
    const { body } = await scientist.get('model-versions/get', {
      name,
      version,
    });
    expect(body.model_version).toMatchObject({
      description: 'Better',
      tags: [{ key: 'b', value: '2' }],
    });
    const download = await scientist.get('model-versions/get-download-uri', {
      name,
      version,
    });
    expectMlflowDescribed('get', 'model-versions/get-download-uri', download);
    expect(download.body).toEqual({ artifact_uri: 's3://models/1' });
  });

  it('copies a version with the place of its artifact', async () => {
    await register();
    await door
      .by('scientist')
      .post('registered-models/create', { name: 'copy' });
    const copied = await register({
      name: 'copy',
      source: `models:/${name}/1`,
    });
    expect(copied.body.model_version.source).toBe(`models:/${name}/1`);
    const download = await door
      .by('scientist')
      .get('model-versions/get-download-uri', { name: 'copy', version: 1 });
    expect(download.body).toEqual({ artifact_uri: 's3://models/1' });
    const missing = await register({
      name: 'copy',
      source: `models:/${name}/9`,
    });
    expect(missing.status).toBe(404);
  });

  it('answers the newest version of each stage', async () => {
    for (const source of ['s3://1', 's3://2', 's3://3', 's3://4']) {
      await register({ source });
    }
    const scientist = door.by('scientist');
    await scientist.post('model-versions/transition-stage', {
      name,
      version: '1',
      stage: 'archived',
    });
    await scientist.post('model-versions/transition-stage', {
      name,
      version: '4',
      stage: 'Archived',
    });
    const all = await scientist.post('registered-models/get-latest-versions', {
      name,
    });
    expectMlflowDescribed('post', 'registered-models/get-latest-versions', all);
    expect(
      all.body.model_versions.map(
        (v: { version: string; current_stage: string }) => [
          v.current_stage,
          v.version,
        ],
      ),
    ).toEqual([
      ['None', '3'],
      ['Archived', '4'],
    ]);
    const some = await scientist.get('registered-models/get-latest-versions', {
      name,
      stages: ['None'],
    });
    expect(some.body.model_versions).toMatchObject([{ version: '3' }]);
    const bad = await scientist.post('model-versions/transition-stage', {
      name,
      version: '1',
      stage: 'Archived',
      archive_existing_versions: true,
    });
    expect(bad.body.error_code).toBe('INVALID_PARAMETER_VALUE');
  });

  it.each([
    ['name', { name: 'a/b' }],
    ['name', { name: '' }],
    ['name', { name: 'x'.repeat(251) }],
    ['name', { name: 'nul\0' }],
    ['source', { source: '' }],
    ['source', { source: 'x'.repeat(2001) }],
    ['run_id', { run_id: 7 }],
    ['description', { description: 'x'.repeat(10_001) }],
    ['description', { description: '\ud800' }],
    ['tags.0.key', { tags: [{ key: '', value: 'v' }] }],
    ['tags.0.value', { tags: [{ key: 'k', value: 'x'.repeat(6001) }] }],
    ['tags', { tags: Array(201).fill({ key: 'k', value: 'v' }) }],
    ['tags', { tags: 'none' }],
  ])('refuses a bad %s by its name', async (field, fields) => {
    const { status, body } = await register(fields);
    expect(status).toBe(400);
    expect(body.error_code).toBe('INVALID_PARAMETER_VALUE');
    expect(body.message).toContain(`body.${field}`);
  });

  it.each(['0', '-1', '1.5', 'one', '1e3', '99999999999', ''])(
    'refuses %p as the number of a version',
    async version => {
      const { status, body } = await door
        .by('scientist')
        .get('model-versions/get', { name, version });
      expect(status).toBe(400);
      expect(body.message).toContain('query.version');
    },
  );
});
