import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';

const folder = mkdtempSync(path.join(tmpdir(), 'understudy-token-'));
after(() => rmSync(folder, { recursive: true }));

// A process of its own, because the folder is read when the module is loaded.
function ask(env) {
  const module = new URL('./outsideToken.mjs', import.meta.url);
  const code = `import('${module}').then(m => console.log(m.outsideToken().token))`;
  return execFileSync(process.execPath, ['-e', code], {
    encoding: 'utf8',
    env: { ...process.env, UNDERSTUDY_DATA_DIR: folder, ...env },
  }).trim();
}

test('a token is made once, kept, and readable by its owner only', () => {
  const token = ask({ UNDERSTUDY_TOKEN: '' });
  const file = path.join(folder, 'token');

  assert.match(token, /^[0-9a-f]{64}$/);
  assert.equal(readFileSync(file, 'utf8'), token);
  assert.equal(statSync(file).mode % 0o1000, 0o600);
  assert.equal(ask({ UNDERSTUDY_TOKEN: '' }), token);
});

test('a token in the environment wins', () => {
  assert.equal(ask({ UNDERSTUDY_TOKEN: 'mine' }), 'mine');
});
