import { redactName, redactText } from './redactText';

const SECRET = 'hunter2';

describe('redactText', () => {
  it.each([
    [`postgres://app:${SECRET}@db:5432/shop`, 'postgres://db:5432/shop'],
    [`jdbc:postgresql://app:${SECRET}@db/shop`, 'jdbc:postgresql://db/shop'],
    [`see https://u:${SECRET}@h/x, or not`, 'see https://h/x, or not'],
    [`https://${SECRET}@github.com/a/b`, 'https://github.com/a/b'],
    [`a://u:${SECRET}@h b://v:${SECRET}@i`, 'a://h b://i'],
    [`x://u@corp.com:${SECRET}@h/p`, 'x://h/p'],
    [`s3a://AKIA:${SECRET}/with+slash@bucket/p`, 's3a://bucket/p'],
    [`redis://:${SECRET}@cache:6379/0`, 'redis://cache:6379/0'],
    [
      `jdbc:oracle:thin:scott/${SECRET}@//db:1521/x`,
      'jdbc:oracle:thin:@//db:1521/x',
    ],
    [
      `jdbc:sqlserver://db:1433;user=sa;password=${SECRET};encrypt=true`,
      'jdbc:sqlserver://db:1433;user=sa;password=[removed];encrypt=true',
    ],
    [
      `jdbc:mysql://db/x?user=a&password=${SECRET}&ssl=1`,
      'jdbc:mysql://db/x?user=a&password=[removed]&ssl=1',
    ],
    [`PWD=${SECRET}`, 'PWD=[removed]'],
    [`AccountKey=${SECRET}==;x=1`, 'AccountKey=[removed];x=1'],
    [`?api_key=${SECRET}&a=b`, '?api_key=[removed]&a=b'],
    [
      `https://x.blob.core.windows.net/c?sv=1&sig=${SECRET}`,
      'https://x.blob.core.windows.net/c?sv=1&sig=[removed]',
    ],
    [
      `https://s3/x?X-Amz-Signature=${SECRET}`,
      'https://s3/x?X-Amz-Signature=[removed]',
    ],
    [`run --password ${SECRET} --n 5`, 'run --password [removed] --n 5'],
    [`run --db-token=${SECRET}`, 'run --db-token=[removed]'],
    [
      `Authorization: Bearer ${SECRET}.abc-DEF_1`,
      'Authorization: Bearer [removed]',
    ],
    [
      `create user a identified by '${SECRET}'`,
      "create user a identified by '[removed]'",
    ],
    [`ALTER ROLE a PASSWORD '${SECRET}'`, "ALTER ROLE a PASSWORD '[removed]'"],
    [`{"token": "${SECRET}", "n": 1}`, '{"token": "[removed]", "n": 1}'],
    [`{'api_key':'${SECRET} x'}`, "{'api_key':'[removed]'}"],
    [`secret: ${SECRET}`, 'secret: [removed]'],
    [`password='it''s'`, `password='[removed]''s'`],
    [
      `a\n-----BEGIN RSA PRIVATE KEY-----\nMII${SECRET}\n-----END RSA PRIVATE KEY-----\nb`,
      'a\n[removed]\nb',
    ],
    [`-----BEGIN PRIVATE KEY-----\nMII${SECRET}`, '[removed]'],
  ])('%s', (text, expected) => {
    expect(redactText(text)).toBe(expected);
    expect(redactText(expected)).toBe(expected);
  });

  it.each([
    'abfss://container@account.dfs.core.windows.net/path',
    'ssh://git@host/repo',
    'http://host:8080/users/a@b.com',
    'kafka://one:9092,two:9092/a@b',
    'http://[::1]:8080/a@b',
    'https://medium.com/@someone',
    'file://C:/Users/a@b/x',
    'mail a@b.com about http://host:80',
    'select token, count(*) from tokens group by token',
    "select * from t where name = 'x' and tokens_used > 5",
    'tokenizer=bert-base',
    'the primary key is id',
    'secretary: Ann',
    'https://openlineage.io/spec/facets/1-0-0/SchemaDatasetFacet.json#/$defs/X',
  ])('leaves %s alone', text => {
    expect(redactText(text)).toBe(text);
  });

  it.each([
    'password',
    'password ',
    '--password ',
    'password=',
    "password'",
    'password"x',
    'identified by ',
    'bearer ',
    '-----BEGIN PRIVATE KEY-----',
    '-----BEGIN RSA ',
    'a://b:c',
    'a://b@',
    '://:@',
    'http://',
    'jdbc:oracle:thin:a/',
    '?sig=',
    '-',
    'a',
    "'",
  ])('comes back from megabytes of %s', part => {
    const text = part.repeat(Math.ceil(2_000_000 / part.length));
    expect(redactText(text).length).toBeGreaterThan(0);
    expect(redactText(`${text}@`).length).toBeGreaterThan(0);
  });
});

describe('redactName', () => {
  it('removes credentials in addresses only', () => {
    expect(redactName(`mysql://u:${SECRET}@h:3306`)).toBe('mysql://h:3306');
    expect(redactName(`jdbc:h2:mem;password=${SECRET};x`)).toBe(
      'jdbc:h2:mem;password=[removed];x',
    );
    for (const name of ['password=a/dt=1', 's3://b/token=a', 'public.tokens']) {
      expect(redactName(name)).toBe(name);
    }
  });
});
