import { mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import express from 'express';
import { Knex } from 'knex';
import { gzipSync } from 'node:zlib';
import request from 'supertest';
import { testNow } from '../__testUtils__/ingest';
import { migratedDatabase } from '../__testUtils__/migratedDatabase';
import { runEvent } from '../__testUtils__/runEvent';
import { createIngestionRouter } from './createIngestionRouter';
import { EventInbox } from './EventInbox';
import { IngestionService } from './IngestionService';

jest.setTimeout(60_000);

const MIB = 1024 * 1024;
const asItIs = (body: string) => body;
const door = '/api/v1/lineage';

describe('the door of OpenLineage clients', () => {
  let knex: Knex;
  let app: express.Express;
  let maxBacklog: number;
  let strict: boolean;
  const permissions = mockServices.permissions.mock();
  const auditor = mockServices.auditor.mock();

  beforeEach(async () => {
    knex = await migratedDatabase('SQLITE_3');
    maxBacklog = 1000;
    strict = false;
    permissions.authorize.mockResolvedValue([
      { result: AuthorizeResult.ALLOW },
    ]);
    open();
  });

  function open() {
    const now = () => testNow;
    const inbox = new EventInbox({ knex, maxBacklog, onStored: () => {}, now });
    app = express()
      .use(
        createIngestionRouter({
          auditor,
          httpAuth: mockServices.httpAuth(),
          service: new IngestionService({ inbox, permissions, strict, now }),
        }),
      )
      .use(mockErrorHandler());
  }

  const send = (body: string | Buffer, headers: Record<string, string> = {}) =>
    request(app)
      .post(door)
      .set({ 'Content-Type': 'application/json', ...headers })
      // As it is: supertest would write bytes as a list of numbers.
      .serialize(asItIs)
      .send(body);
  const sendBatch = (body: unknown) =>
    request(app)
      .post(`${door}/batch`)
      .set('Content-Type', 'application/json')
      .send(JSON.stringify(body));
  const stored = async () => await knex('event').pluck('body');

  it('answers 201 with nothing in it, also to what it has already', async () => {
    for (const _attempt of [1, 2]) {
      const { text } = await send(JSON.stringify(runEvent({}))).expect(201);
      expect(text).toBe('');
    }
    expect(await stored()).toHaveLength(1);
  });

  it('takes gzip, and text in any language', async () => {
    const event = runEvent({ job: 'żółw 🐢' });
    await send(gzipSync(JSON.stringify(event)), {
      'Content-Encoding': 'gzip',
    }).expect(201);
    await send(JSON.stringify(event), {
      'Content-Type': 'application/json; charset=UTF-8',
    }).expect(201);
    const bodies = await stored();
    expect(bodies).toHaveLength(1);
    expect(JSON.parse(bodies[0])).toEqual(event);
  });

  it('keeps no secrets', async () => {
    const uri = 'postgresql://reader:hunter2@db:5432/sales';
    const event = runEvent({
      inputs: [{ namespace: 'db', name: 'a', facets: { dataSource: { uri } } }],
      facets: {
        environmentVariables: {
          environmentVariables: [{ name: 'API_TOKEN', value: 'hunter3' }],
        },
      },
    });
    await send(JSON.stringify(event)).expect(201);
    expect((await stored())[0]).not.toMatch(/hunter/);
  });

  it('names the place and the value that are wrong', async () => {
    const { eventTime: _, ...timeless } = runEvent({});
    for (const [event, message] of [
      [timeless, /eventTime is missing/],
      [runEvent({ time: 'yesterday' }), /eventTime: 'yesterday' is not/],
      [runEvent({ runId: '' }), /run.runId: '' is empty/],
      [
        runEvent({ inputs: [{ namespace: 'db' }] }),
        /inputs\[0\].name is missing/,
      ],
      [runEvent({ job: 'a\0b' }), /job.name: 'a\\u0000b' has control/],
      [[], /event: a list of 0 is not an object/],
      [null, /event: null is not an object/],
    ] as const) {
      const { body } = await send(JSON.stringify(event)).expect(400);
      expect(body).toMatchObject({
        error: { name: 'InputError', message: expect.stringMatching(message) },
        response: { statusCode: 400 },
      });
    }
    expect(await stored()).toEqual([]);
  });

  it('refuses what the specification does not allow when it shall be strict', async () => {
    const event = JSON.stringify(runEvent({ runId: 'scheduled__1' }));
    await send(event).expect(201);
    strict = true;
    open();
    const { body } = await send(event).expect(400);
    expect(body.error.message).toMatch(/run.runId: 'scheduled__1' is not/);
  });

  it('refuses what is not JSON in UTF-8', async () => {
    const text = JSON.stringify(runEvent({}));
    for (const [body, message] of [
      ['', /body is empty/],
      ['{', /body is not JSON/],
      [text.slice(0, -1), /body is not JSON/],
      [
        Buffer.concat([Buffer.from(text), Buffer.of(0xff)]),
        /body is not UTF-8/,
      ],
      [Buffer.from(text, 'utf16le'), /body is not (UTF-8|JSON)/],
      ['['.repeat(1000), /nested deeper than the 200 levels/],
      [
        `{"eventTime":${'{"a":'.repeat(500)}1${'}'.repeat(500)}}`,
        /nested deeper than the 200 levels/,
      ],
    ] as const) {
      const { body: answer } = await send(body).expect(400);
      expect(answer.error.message).toMatch(message);
    }
    const unpacked = await send(Buffer.from('not gzip'), {
      'Content-Encoding': 'gzip',
    }).expect(400);
    expect(unpacked.body.error.message).toMatch(/body is not gzip/);
    const cut = gzipSync(text).subarray(0, 60);
    await send(cut, { 'Content-Encoding': 'gzip' }).expect(400);
    expect(await stored()).toEqual([]);
  });

  it('takes NUL characters in facets', async () => {
    const event = runEvent({ facets: { note: { text: 'a\0b\ud800' } } });
    await send(JSON.stringify(event)).expect(201);
    expect(await stored()).toHaveLength(1);
  });

  it('reads no other compression', async () => {
    for (const encoding of ['br', 'deflate', 'gzip, gzip', 'x'.repeat(500)]) {
      const { body } = await send('{}', {
        'Content-Encoding': encoding,
      }).expect(415);
      expect(body.error.name).toBe('UnsupportedMediaTypeError');
    }
  });

  it('refuses what is too large, once all of it was sent', async () => {
    const large = JSON.stringify(runEvent({ job: 'x'.repeat(32 * MIB) }));
    const { body } = await send(large).expect(413);
    expect(body.error).toMatchObject({
      name: 'PayloadTooLargeError',
      message: `The body has more than the ${32 * MIB} bytes allowed`,
    });
    await send(Buffer.alloc(50 * MIB, 0x20)).expect(413);
    // Without a length it is seen only on the way.
    const chunked = request(app).post(door);
    chunked.write(large);
    await chunked.expect(413);
    await request(app)
      .post(`${door}/batch`)
      .set('Content-Type', 'application/json')
      .serialize(asItIs)
      .send(Buffer.alloc(33 * MIB, 0x20))
      .expect(413);
  });

  it('takes an event with a facet that is too large to be kept, with a note in its place', async () => {
    const plan = { text: 'x'.repeat(10 * MIB) };
    const event = runEvent({ job: 'spark', facets: { plan } });
    await send(JSON.stringify(event)).expect(201);
    const [body] = await stored();
    expect(body.length).toBeLessThan(MIB);
    expect(body).toContain('"spark"');
    // So many that what is left is still too much.
    const many = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [
        `plan${index}`,
        { text: 'x'.repeat(0.2 * MIB) },
      ]),
    );
    const { body: answer } = await send(
      JSON.stringify(runEvent({ facets: many })),
    ).expect(413);
    expect(answer.error.message).toMatch(
      /^The event has \d+ bytes, of 4194304/,
    );
    expect(await stored()).toHaveLength(1);
  });

  it('is not blown up by a bomb', async () => {
    const bomb = gzipSync(Buffer.alloc(200 * MIB));
    expect(bomb.length).toBeLessThan(MIB);
    await send(bomb, { 'Content-Encoding': 'gzip' }).expect(413);
    await request(app)
      .post(`${door}/batch`)
      .set({
        'Content-Type': 'application/json',
        'Content-Encoding': 'gzip',
      })
      .serialize(asItIs)
      .send(bomb)
      .expect(413);
  });

  it('asks for the permission before it reads anything', async () => {
    permissions.authorize.mockResolvedValue([{ result: AuthorizeResult.DENY }]);
    for (const path of [door, `${door}/batch`]) {
      const { body } = await request(app)
        .post(path)
        .set('Content-Encoding', 'gzip')
        .send(Buffer.from('{'))
        .expect(403);
      expect(body.error.message).toMatch(/'lineage.event.write'/);
    }
  });

  it('says when to come again when too many events wait', async () => {
    maxBacklog = 1;
    open();
    await send(JSON.stringify(runEvent({ job: 'a' }))).expect(201);
    await knex('event').insert(
      [1, 2].map(n => ({
        hash: `${n}`,
        received_at: '',
        event_time: '',
        kind: 1,
        bytes: 0,
        body: '',
      })),
    );
    open();
    await send(JSON.stringify(runEvent({ job: 'b' }))).expect(201);
    const { headers, body } = await send(
      JSON.stringify(runEvent({ job: 'c' })),
    ).expect(503);
    expect(headers['retry-after']).toBe('5');
    expect(body.error.name).toBe('ServiceUnavailableError');
    const batch = await sendBatch([runEvent({ job: 'd' })]).expect(503);
    expect(batch.headers['retry-after']).toBe('5');
  });

  describe('for batches', () => {
    it('answers for each event', async () => {
      const { body } = await sendBatch([
        runEvent({ job: 'a' }),
        runEvent({ time: 'never' }),
        runEvent({ job: 'a' }),
        'what',
        runEvent({ job: 'x', facets: { big: { text: 'y'.repeat(5 * MIB) } } }),
        runEvent({ job: 'b' }),
      ]).expect(200);
      expect(body).toEqual({
        status: 'partial_success',
        summary: {
          received: 6,
          successful: 4,
          failed: 2,
          retriable: 0,
          non_retriable: 2,
        },
        failed_events: [
          {
            index: 1,
            reason: expect.stringContaining("eventTime: 'never'"),
            retriable: false,
          },
          {
            index: 3,
            reason: expect.stringContaining("event: 'what'"),
            retriable: false,
          },
        ],
      });
      // What is too big of a facet is cut away, and the rest is kept.
      expect(await stored()).toHaveLength(3);
    });

    it('takes thousands, and none', async () => {
      const events = Array.from({ length: 10_000 }, (_, index) =>
        runEvent({ job: `job${index}` }),
      );
      const { body } = await sendBatch(events).expect(200);
      expect(body).toMatchObject({
        status: 'success',
        summary: { received: 10_000, successful: 10_000, failed: 0 },
        failed_events: [],
      });
      expect(await knex('event').count({ n: '*' })).toEqual([{ n: 10_000 }]);
      await sendBatch([...events, runEvent({})]).expect(413);
      const none = await sendBatch([]).expect(200);
      expect(none.body.status).toBe('success');
      await sendBatch(runEvent({})).expect(400);
    });

    it('is audited', async () => {
      const success = jest.fn();
      auditor.createEvent.mockResolvedValueOnce({ success, fail: jest.fn() });
      await sendBatch([runEvent({}), {}]).expect(200);
      expect(success).toHaveBeenCalledWith({
        meta: expect.objectContaining({ received: 2, successful: 1 }),
      });
    });
  });
});
