import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { runPython } from '../runPython.mjs';

/**
 * Who may send, and what is refused how: asked by the real client, and by
 * requests as other clients make them.
 *
 * @param {import('../run.mjs').Play} play
 */
export async function checkDoor(play) {
  const { checks, portal, python } = play;
  /**
   * @param {string} token
   * @param {'fine' | 'bad'} kind
   */
  const ask = async (token, kind) =>
    (
      await runPython({
        command: python,
        args: ['refused.py', kind],
        url: portal.url,
        token,
      })
    ).trim();

  await checks.check('a sender needs nothing but its token', async () => {
    assert.equal(await ask(portal.tokens.sender, 'fine'), 'accepted');
  });
  await checks.check('the token of the portal works too', async () => {
    assert.equal(await ask(portal.tokens.token, 'fine'), 'accepted');
  });
  await checks.check('a wrong token is 401', async () => {
    assert.match(await ask('wrong', 'fine'), /^401 /);
  });
  await checks.check('a token for something else is 403', async () => {
    assert.match(await ask(portal.tokens.reader, 'fine'), /^403 /);
    assert.match(await ask(portal.tokens.stranger, 'fine'), /^403 /);
  });
  await checks.check('a bad event is 400 and told why', async () => {
    const answer = await ask(portal.tokens.sender, 'bad');
    assert.match(answer, /^400 /);
    const { error } = JSON.parse(answer.slice(4));
    assert.equal(error.name, 'InputError');
    assert.match(error.message, /eventTime.*'yesterday'/);
  });

  /**
   * @param {string} path
   * @param {BodyInit} body
   * @param {Record<string, string>} [headers]
   */
  const post = (path, body, headers) =>
    fetch(`${portal.url}/api/lineage/api/v1/lineage${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${portal.tokens.sender}`,
        'content-type': 'application/json',
        ...headers,
      },
      body,
    });

  await checks.check('the way of the Java client: 201, empty', async () => {
    const response = await post('', gzipSync(JSON.stringify(newEvent())), {
      accept: 'application/json',
      'content-type': 'application/json; charset=utf-8',
      'content-encoding': 'gzip',
    });
    assert.equal(response.status, 201);
    assert.equal(await response.text(), '');
  });
  await checks.check('the same event again is 201 too', async () => {
    const body = JSON.stringify(newEvent());
    assert.equal((await post('', body)).status, 201);
    assert.equal((await post('', body)).status, 201);
  });
  await checks.check('a batch is answered event by event', async () => {
    const bad = { ...newEvent(), run: { runId: 7 } };
    const response = await post(
      '/batch',
      JSON.stringify([newEvent(), bad, newEvent()]),
    );
    assert.equal(response.status, 200);
    const answer = await response.json();
    assert.equal(answer.status, 'partial_success');
    assert.deepEqual(answer.summary, {
      received: 3,
      successful: 2,
      failed: 1,
      retriable: 0,
      non_retriable: 1,
    });
    const [failure] = answer.failed_events;
    assert.equal(failure.index, 1);
    assert.equal(failure.retriable, false);
    assert.match(failure.reason, /run\.runId/);
  });
  await checks.check('what is no JSON, or too much, is refused', async () => {
    assert.equal((await post('', '{"eventTime":')).status, 400);
    assert.equal((await post('', Buffer.from([0xff, 0xfe]))).status, 400);
    const response = await post('', gzipSync(Buffer.alloc(50_000_000, ' ')), {
      'content-encoding': 'gzip',
    });
    assert.equal(response.status, 413);
    assert.equal(
      (await post('', '{}', { 'content-encoding': 'br' })).status,
      415,
    );
  });
}

function newEvent() {
  return {
    eventType: 'COMPLETE',
    eventTime: new Date(Date.now() - 60_000).toISOString(),
    producer: 'https://example.com/another-client',
    schemaURL:
      'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent',
    run: { runId: randomUUID() },
    job: { namespace: 'door', name: 'job' },
  };
}
