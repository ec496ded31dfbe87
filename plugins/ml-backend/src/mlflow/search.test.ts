import { Knex } from 'knex';
import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { openDoor, portalModel } from './__testUtils__/openDoor';

jest.setTimeout(120_000);

describe.each(databases.eachSupportedId())('searches on %s', id => {
  let knex: Knex;
  let door: Awaited<ReturnType<typeof openDoor>>;
  const names = ['alpha', 'Beta', 'delta_x', 'deltaax', "it's"];

  beforeAll(async () => {
    knex = await migratedDatabase(id);
    door = await openDoor(knex, {
      entities: [portalModel('hidden', 'group:default/model-risk')],
    });
    const scientist = door.by('scientist');
    for (const [index, name] of names.entries()) {
      door.advance(1);
      await scientist.post('registered-models/create', {
        name,
        tags: [{ key: 'cost center', value: `C${index}` }],
      });
      await scientist.post('model-versions/create', {
        name,
        source: `s3://models/${name}/1`,
        run_id: `run-${index}`,
        tags: [{ key: 'data', value: index % 2 ? 'odd' : 'even' }],
      });
    }
    for (let version = 2; version <= 5; version++) {
      door.advance(1);
      await scientist.post('model-versions/create', {
        name: 'alpha',
        source: `s3://models/alpha/${version}`,
      });
    }
    await scientist.post('registered-models/create', {
      name: 'greeting',
      tags: [{ key: 'mlflow.prompt.is_prompt', value: 'true' }],
    });
  });

  afterAll(async () => {
    await door.stop();
  });

  const models = async (query: object, who = 'scientist') => {
    const { status, body } = await door
      .by(who)
      .get('registered-models/search', query);
    return {
      status,
      body,
      names: body.registered_models?.map((m: { name: string }) => m.name),
    };
  };
  const versions = async (query: object) => {
    const { status, body } = await door
      .by('scientist')
      .get('model-versions/search', query);
    return {
      status,
      body,
      found: body.model_versions?.map(
        (v: { name: string; version: string }) => `${v.name}/${v.version}`,
      ),
    };
  };
  const ours =
    "tags.`mlflow.prompt.is_prompt` != 'true' AND name != 'fraud_score'";

  it('lists models by name, without those of others and prompts', async () => {
    const { names: found } = await models({ filter: ours });
    expect(found).toEqual(['Beta', 'alpha', 'delta_x', 'deltaax', "it's"]);
  });

  it.each([
    ["name = 'alpha'", ['alpha']],
    [`name = "it's"`, ["it's"]],
    ["name LIKE 'delta%'", ['delta_x', 'deltaax']],
    ["name LIKE 'delta_x'", ['delta_x', 'deltaax']],
    ["name LIKE 'b%'", []],
    ["name ILIKE 'b%'", ['Beta']],
    ["name LIKE '%*%'", []],
    ["name IN ('alpha', 'Beta')", ['Beta', 'alpha']],
    ["tags.`cost center` = 'C1'", ['Beta']],
    ["tags.`cost center` LIKE 'C%' and name ILIKE 'ALPHA'", ['alpha']],
    ["tags.\"cost center\" != 'C1' AND name LIKE 'd%'", ['delta_x', 'deltaax']],
    ["tags.`mlflow.prompt.is_prompt` = 'true'", ['greeting']],
  ])('finds models where %s', async (filter, expected) => {
    expect((await models({ filter })).names).toEqual(expected);
  });

  it.each([
    ["run_id = 'run-1'", ['Beta/1']],
    ["run_id IN ('run-1','run-2')", ['Beta/1', 'delta_x/1']],
    [
      "source_path LIKE '%alpha%' AND version_number > 3",
      ['alpha/5', 'alpha/4'],
    ],
    ["name='alpha' AND version_number <= 1", ['alpha/1']],
    ["tags.data = 'odd'", ['Beta/1', 'deltaax/1']],
    ["tags.data = 'even' AND name ILIKE 'A%'", ['alpha/1']],
  ])('finds versions where %s', async (filter, expected) => {
    expect((await versions({ filter })).found).toEqual(expected);
  });

  it.each([
    [['name DESC'], ["it's", 'deltaax', 'delta_x', 'alpha', 'Beta']],
    [['creation_timestamp ASC'], names],
    [
      ['last_updated_timestamp desc', 'name'],
      ['alpha', "it's", 'deltaax', 'delta_x', 'Beta'],
    ],
  ])('orders models by %p', async (order, expected) => {
    expect((await models({ filter: ours, order_by: order })).names).toEqual(
      expected,
    );
  });

  it.each([[[]], [['version_number ASC']], [['creation_timestamp DESC']]])(
    'pages through versions ordered by %p without losing or repeating any',
    async order => {
      const seen: string[] = [];
      let token: string | undefined;
      do {
        const page: Awaited<ReturnType<typeof versions>> = await versions({
          filter: "name != 'fraud_score'",
          order_by: order,
          max_results: 2,
          page_token: token,
        });
        seen.push(...page.found);
        token = page.body.next_page_token;
      } while (token);
      expect(seen).toHaveLength(9);
      expect(new Set(seen).size).toBe(9);
    },
  );

  it('refuses the page token of another search', async () => {
    const { body } = await versions({ max_results: 1 });
    for (const other of [
      { filter: "name = 'alpha'" },
      { order_by: 'name DESC' },
    ]) {
      const { status, body: refused } = await versions({
        ...other,
        page_token: body.next_page_token,
      });
      expect(status).toBe(400);
      expect(refused.message).toContain('page_token');
    }
    expect((await models({ page_token: body.next_page_token })).status).toBe(
      400,
    );
    expect((await models({ page_token: 'made up' })).status).toBe(400);
  });

  it('refuses a page token that somebody made', async () => {
    const { body } = await versions({ max_results: 1 });
    const [mark] = JSON.parse(
      Buffer.from(body.next_page_token, 'base64url').toString(),
    );
    for (const place of [
      ['a', 'b', 'c'],
      [1, 2, 3],
      ['a', 1],
      ['a', 1.5, 'c'],
      {},
    ]) {
      const token = Buffer.from(
        JSON.stringify([mark, JSON.stringify(place), '']),
      ).toString('base64url');
      expect((await versions({ page_token: token })).status).toBe(400);
    }
  });

  it.each([
    "name = 'a' OR name = 'b'",
    "name = 'a'; DROP TABLE version",
    "name = 'a' AND",
    'name',
    'name = alpha',
    "name > 'a'",
    "version_number = 'x'",
    "unknown = 'a'",
    "password.x = 'a'",
    "name = 'never closed",
    "tags.`never closed = 'a'",
    'name IN ()',
    "name IN ('a'",
    `name LIKE '${'%a'.repeat(21)}'`,
    Array(21).fill("name = 'a'").join(' AND '),
    "name = 'nul\0'",
  ])('does not understand %p and says so', async filter => {
    const { status, body } = await versions({ filter });
    expect(status).toBe(400);
    expect(body.error_code).toBe('INVALID_PARAMETER_VALUE');
    expect(body.message).toContain('filter');
  });

  it.each(["x' OR '1'='1", "'; DROP TABLE version; --", 'a\\', 'x"y'])(
    'takes the text %p for a text',
    async text => {
      const quote = text.includes("'") ? '"' : "'";
      const { status, names: found } = await models({
        filter: `name = ${quote}${text}${quote}`,
      });
      expect([status, found]).toEqual([200, []]);
    },
  );

  it('takes what clients ask for by default', async () => {
    expect((await versions({ max_results: 10_000 })).status).toBe(200);
    expect((await versions({ max_results: 200_001 })).status).toBe(400);
  });

  it.each([
    { max_results: 0 },
    { max_results: 1001 },
    { max_results: 'many' },
    { order_by: 'password' },
    { order_by: 'name; DROP' },
    { order_by: ['name', 'name DESC'] },
  ])('refuses %p', async query => {
    const { status, body } = await models(query);
    expect(status).toBe(400);
    expect(body.message).toContain(Object.keys(query)[0]);
  });
});
