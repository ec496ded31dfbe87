import fc from 'fast-check';
import { dataset, facet, job, RUN_ID, runEvent } from '../__testUtils__/events';

import { sanitizeOpenLineageEvent } from './sanitizeOpenLineageEvent';

type Parts = Record<string, unknown>;

const SECRET = 'hunter2';
const REMOVED = '[removed]';

const clean = (value: unknown) => sanitizeOpenLineageEvent(value).value;

/** One facet after cleaning, in each place where a facet can be. */
function inEveryPlace(content: unknown): unknown[] {
  const event = runEvent({
    run: { runId: RUN_ID, facets: { custom: content } },
    job: { ...job('etl'), facets: { custom: content } },
    inputs: [
      {
        ...dataset('a', { custom: content }),
        inputFacets: { custom: content },
      },
    ],
    outputs: [
      {
        ...dataset('x', { custom: content }),
        outputFacets: { custom: content },
      },
    ],
    dataset: dataset('d', { custom: content }),
  });
  const found: unknown[] = [];
  JSON.stringify(clean(event), (key, value) => {
    if (key === 'custom') {
      found.push(value);
    }
    return value;
  });
  expect(found).toHaveLength(7);
  return found;
}

describe('sanitizeOpenLineageEvent', () => {
  it('gives an event without secrets back as it is', () => {
    const event = runEvent({ inputs: [dataset('a', { tags: facet({}) })] });
    const result = sanitizeOpenLineageEvent(event);
    expect(result.value).toBe(event);
    expect(result.changes).toEqual([]);
  });

  it('does not change the event it is given', () => {
    const event = runEvent({}, { custom: { password: SECRET } });
    const before = JSON.stringify(event);
    expect(clean(event)).not.toBe(event);
    expect(JSON.stringify(event)).toBe(before);
  });

  it('says where it took something out, and never what', () => {
    const event = runEvent(
      { inputs: [dataset('a', { custom: { password: SECRET } })] },
      { conf: { args: [`--token=${SECRET}`] } },
    );
    const { changes } = sanitizeOpenLineageEvent(event);
    expect(changes).toEqual([
      'run.facets.conf.args[0]: secret removed from the text',
      'inputs[0].facets.custom.password: removed',
    ]);
  });

  describe('removes values of environment variables', () => {
    it.each<[string, unknown, unknown]>([
      [
        'as the specification has them',
        [{ name: 'HOME', value: '/root' }],
        [{ name: 'HOME', value: REMOVED }],
      ],
      [
        'with key',
        [{ key: 'HOME', value: 5 }],
        [{ key: 'HOME', value: REMOVED }],
      ],
      ['as a map', { HOME: '/root', N: 5 }, { HOME: REMOVED, N: REMOVED }],
      ['as a list of texts', ['HOME=/root'], [REMOVED]],
    ])('%s', (_, environmentVariables, expected) => {
      const facets = {
        environmentVariables: facet({ environmentVariables }),
      };
      expect(clean(runEvent({}, facets))).toEqual(
        runEvent(
          {},
          {
            environmentVariables: facet({ environmentVariables: expected }),
          },
        ),
      );
    });

    it('of a parent run too', () => {
      const environmentVariables = {
        environmentVariables: [{ name: 'A', value: SECRET }],
      };
      const parent = {
        run: { runId: RUN_ID, facets: { environmentVariables } },
      };
      expect(JSON.stringify(clean(runEvent({}, { parent })))).not.toContain(
        SECRET,
      );
    });
  });

  it.each([
    'password',
    'PASSWORD',
    'db_password',
    'userPasswd',
    'pwd',
    'secret',
    'client_secret',
    'spark.hadoop.fs.s3a.secret.key',
    'fs.azure.account.key.store.dfs.core.windows.net',
    'token',
    'accessToken',
    'api_key',
    'apiKey',
    'API-KEY',
    'aws_secret_access_key',
    'private_key',
    'credentials',
    'authorization',
    'passphrase',
  ])('removes what is under the key %s, anywhere in facets', key => {
    for (const value of inEveryPlace({ [key]: SECRET, other: 'x' })) {
      expect(value).toEqual({ [key]: REMOVED, other: 'x' });
    }
    const nested = {
      list: [{ deep: { [key]: { user: 'u', pass: [SECRET] } } }],
    };
    for (const value of inEveryPlace(nested)) {
      expect(JSON.stringify(value)).not.toContain(SECRET);
    }
    for (const value of inEveryPlace([{ name: key, value: SECRET }])) {
      expect(value).toEqual([{ name: key, value: REMOVED }]);
    }
    for (const value of inEveryPlace([{ key, value: { inner: SECRET } }])) {
      expect(value).toEqual([{ key, value: { inner: REMOVED } }]);
    }
  });

  it('removes numbers under passwords, not where they count tokens', () => {
    expect(
      inEveryPlace({ password: 1234, max_tokens: 512, token: 1 })[0],
    ).toEqual({ password: REMOVED, max_tokens: 512, token: 1 });
  });

  it.each([
    'primary_key',
    'partition.key',
    'tokenizer',
    'secretary',
    'passed',
    'keys',
    'foreignKey',
  ])('leaves the key %s alone', key => {
    const content = { [key]: 'value' };
    expect(inEveryPlace(content)[0]).toEqual(content);
  });

  it('leaves flags, nothing and origins alone', () => {
    const content = facet({
      hasPassword: true,
      password: null,
      secret: '',
      token: { ...facet({}) },
    });
    expect(inEveryPlace(content)[0]).toEqual(content);
  });

  it('does not take columns for secrets', () => {
    const facets = {
      schema: facet({ fields: [{ name: 'password', type: 'text' }] }),
      columnLineage: facet({
        fields: {
          password: { inputFields: [{ ...dataset('a'), field: 'password' }] },
        },
      }),
      dataQualityMetrics: facet({
        columnMetrics: { password: { nullCount: 3, quantiles: { q: 1 } } },
      }),
    };
    const event = runEvent({ outputs: [dataset('x', facets)] });
    expect(clean(event)).toBe(event);
    const flat = runEvent({}, { custom: { fields: { password: SECRET } } });
    expect(JSON.stringify(clean(flat))).not.toContain(SECRET);
  });

  it('removes what follows an argument that asks for it', () => {
    expect(
      inEveryPlace({ args: ['--user', 'u', '--password', SECRET] })[0],
    ).toEqual({ args: ['--user', 'u', '--password', REMOVED] });
  });

  it('removes credentials from names wherever a dataset is named', () => {
    const dirty = {
      namespace: `postgres://u:${SECRET}@db:5432`,
      name: 'shop.t',
    };
    const pure = { namespace: 'postgres://db:5432', name: 'shop.t' };
    const event = (name: Parts) =>
      runEvent({
        inputs: [name],
        outputs: [
          {
            ...dataset('x'),
            facets: {
              columnLineage: facet({
                fields: { c: { inputFields: [{ ...name, field: 'c' }] } },
              }),
              symlinks: facet({ identifiers: [{ ...name, type: 'TABLE' }] }),
            },
          },
        ],
      });
    expect(clean(event(dirty))).toEqual(event(pure));
  });

  it('keeps partitions in names apart', () => {
    const event = runEvent({
      inputs: [dataset('s3://b/token=a/'), dataset('t/password=b')],
    });
    expect(clean(event)).toBe(event);
  });

  it('leaves out what is nested too deeply', () => {
    let nested: unknown = { password: SECRET };
    for (let i = 0; i < 100_000; i++) {
      nested = i % 2 ? [nested] : { nested };
    }
    const result = sanitizeOpenLineageEvent(
      runEvent({}, { custom: { nested } }),
    );
    const text = JSON.stringify(result.value);
    expect(text).not.toContain(SECRET);
    expect(text).toContain('[nested too deeply]');
    expect(result.changes).toHaveLength(1);
    expect(result.changes[0].length).toBeLessThan(600);
  });

  it('comes to an end with a value that contains itself', () => {
    const loop: Parts = {};
    loop.a = loop;
    loop.b = [loop, loop];
    expect(sanitizeOpenLineageEvent({ loop }).changes).toHaveLength(100);
  });

  it('treats __proto__ as data', () => {
    const event = JSON.parse(
      `{"run": {"facets": {"__proto__": {"password": "${SECRET}", "polluted": true}, "constructor": {"token": "${SECRET}"}}}}`,
    );
    expect(JSON.stringify(clean(event))).toBe(
      `{"run":{"facets":{"__proto__":{"password":"${REMOVED}","polluted":true},"constructor":{"token":"${REMOVED}"}}}}`,
    );
    expect({}).not.toHaveProperty('polluted');
  });

  it.each([undefined, null, 0, 'text', true, [], {}, 5n, Number.NaN])(
    'takes %p',
    value => {
      expect(() => sanitizeOpenLineageEvent(value)).not.toThrow();
    },
  );

  it('never throws, and leaves what it made as it is', () => {
    const word = fc.constantFrom(
      'password',
      'token=abc',
      'x://u:p@h/y',
      'fields',
      'facets',
      'value',
      'name',
      'environmentVariables',
      "pwd: 'x y'",
      '__proto__',
    );
    const text = fc.oneof(word, fc.string(), fc.string({ unit: 'binary' }));
    const { value: json } = fc.letrec(tie => ({
      value: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        text,
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(text, tie('value'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(json, value => {
        const once = clean(value);
        const again = sanitizeOpenLineageEvent(once);
        expect(again.changes).toEqual([]);
        expect(again.value).toBe(once);
        expect(JSON.stringify(clean(value))).toBe(JSON.stringify(once));
      }),
      { numRuns: 500 },
    );
  });
});
