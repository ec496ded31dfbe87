import { databases } from '../__testUtils__/migratedDatabase';
import { DatabaseLedger } from '../ledger/DatabaseLedger';
import { openPortal, Portal } from './__testUtils__/openPortal';
import { startPromotions } from './__testUtils__/startPromotions';
import { PromotionLeases } from './PromotionLeases';

const LEASE_OVER = 61;

/** A promise that tests resolve when they like. */
function gate() {
  let open: () => void = () => {};
  const opened = new Promise<void>(resolve => {
    open = resolve;
  });
  return { open, opened };
}

describe.each(databases.eachSupportedId())('execution on %p', databaseId => {
  let portal: Portal;
  let other: Awaited<ReturnType<typeof startPromotions>>;

  beforeEach(async () => {
    portal = await openPortal(databaseId);
    other = await startPromotions(portal.knex, portal.world);
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await other.stop();
    await portal.stop();
  });

  async function approved(version = '44', body: object = {}): Promise<string> {
    const asked = await portal.ask(version, body);
    await portal.approve(asked.body.id);
    return asked.body.id;
  }

  /** What must be true whatever happened on the way. */
  async function expectDoneOnce(id: string) {
    expect(await portal.read(id)).toMatchObject({ state: 'succeeded' });
    expect(portal.world.registry.state.get('champion')).toBe('44');
    expect(await portal.knex('assignment')).toHaveLength(1);
    const types = (
      await portal
        .knex('event')
        .where({ correlation_id: id })
        .orderBy('sequence')
    ).map(row => row.type.replace('dev.understudy.', ''));
    expect(types.slice(-3)).toEqual([
      'promotion.executing',
      'assignment.opened',
      'promotion.succeeded',
    ]);
    const { body } = await portal.by('lead').get('/ledger/verify');
    expect(body.valid).toBe(true);
  }

  /**
   * Holds a worker up in the middle of a call to the registry, as if it had
   * died there, and lets another one take over.
   */
  async function takeOverFrom(
    id: string,
    hold: (reached: () => void, resume: Promise<void>) => void,
  ) {
    const reached = gate();
    const resume = gate();
    hold(reached.open, resume.opened);
    const dead = portal.feature.worker.runOnce();
    await reached.opened;

    await other.settle();
    expect((await portal.read(id)).state).toBe('executing');
    const written = [...portal.world.registry.writes];

    portal.advance(LEASE_OVER);
    await other.settle();
    await expectDoneOnce(id);

    // The one that was thought dead wakes up, and may not change anything.
    resume.open();
    await dead;
    await expectDoneOnce(id);
    return { written };
  }

  it('goes on after a crash right after the lease was taken', async () => {
    const id = await approved();
    const leases = PromotionLeases.create({
      knex: portal.knex,
      now: () => portal.world.clock.now,
    });
    expect(await leases.acquire('dead', 8)).toHaveLength(1);
    await other.settle();
    expect((await portal.read(id)).state).toBe('approved');
    portal.advance(LEASE_OVER);
    await other.settle();
    await expectDoneOnce(id);
  });

  it('goes on after a crash before the registry was asked', async () => {
    const id = await approved();
    const { written } = await takeOverFrom(id, (reached, resume) => {
      jest
        .spyOn(portal.world.registry.aliases, 'readAlias')
        .mockImplementationOnce(async () => {
          reached();
          await resume;
          return undefined;
        });
    });
    expect(written).toEqual([]);
    // The one that woke up found its lease lost before it wrote.
    expect(portal.world.registry.writes).toEqual(['champion=44']);
  });

  it('goes on after a crash before the registry was written to', async () => {
    const id = await approved();
    const { registry } = portal.world;
    const { written } = await takeOverFrom(id, (reached, resume) => {
      registry.beforeSet = async () => {
        registry.beforeSet = async () => {};
        reached();
        await resume;
      };
    });
    expect(written).toEqual([]);
  });

  it('goes on after a crash between the write and the answer', async () => {
    const id = await approved();
    const { registry } = portal.world;
    await takeOverFrom(id, (reached, resume) => {
      registry.afterSet = async () => {
        registry.afterSet = async () => {};
        reached();
        await resume;
      };
    });
    expect(registry.writes).toEqual(['champion=44']);
  });

  it('goes on after a crash between reading back and the commit', async () => {
    const id = await approved();
    const { aliases } = portal.world.registry;
    const readAlias = aliases.readAlias;
    let calls = 0;
    await takeOverFrom(id, (reached, resume) => {
      jest.spyOn(aliases, 'readAlias').mockImplementation(async options => {
        calls += 1;
        if (calls === 2) {
          reached();
          await resume;
          return '44';
        }
        return await readAlias(options);
      });
    });
    expect(portal.world.registry.writes).toEqual(['champion=44']);
  });

  it('goes on after a crash in the middle of the last commit', async () => {
    const id = await approved();
    const append = DatabaseLedger.prototype.append;
    jest
      .spyOn(DatabaseLedger.prototype, 'append')
      .mockImplementation(async function crash(this: DatabaseLedger, ...args) {
        if (args[1].some(event => event.type.endsWith('.succeeded'))) {
          throw new Error('The database went away');
        }
        return await append.apply(this, args);
      });
    await portal.settle();
    expect((await portal.read(id)).state).toBe('executing');
    expect(await portal.knex('assignment')).toHaveLength(0);

    jest.restoreAllMocks();
    portal.advance(LEASE_OVER);
    await other.settle();
    await expectDoneOnce(id);
    expect(portal.world.registry.writes).toEqual(['champion=44']);
  });

  it('is done once by two workers at the same time', async () => {
    const ids = await Promise.all([
      approved('44'),
      approved('41', { segment: 'market=de' }),
      approved('42', { segment: 'market=at' }),
      approved('43', { segment: 'market=ch' }),
    ]);
    await Promise.all([
      portal.settle(),
      other.settle(),
      portal.settle(),
      other.settle(),
    ]);
    for (const id of ids) {
      expect((await portal.read(id)).state).toBe('succeeded');
    }
    expect([...portal.world.registry.writes].sort()).toEqual([
      'champion-at=42',
      'champion-ch=43',
      'champion-de=41',
      'champion=44',
    ]);
    expect(await portal.knex('assignment')).toHaveLength(4);
  });

  it('moves one target one promotion at a time', async () => {
    const { registry } = portal.world;
    registry.down = new Error('down');
    const first = await approved('43');
    await portal.settle();
    const second = await approved('44');
    await other.settle();
    expect(await portal.read(second)).toMatchObject({
      state: 'approved',
      waitingFor: 'Another promotion is moving production · * now',
    });

    registry.down = undefined;
    portal.advance(10);
    await portal.settle();
    portal.advance(10);
    await portal.settle();
    expect((await portal.read(first)).state).toBe('succeeded');
    expect((await portal.read(second)).state).toBe('succeeded');
    expect(
      (await portal.assignments()).map((a: { version: string }) => a.version),
    ).toEqual(['44']);
  });

  it('stays executing while the registry is down, and says so once', async () => {
    const { registry, notifications } = portal.world;
    registry.down = new Error('HTTP 503');
    const id = await approved();
    for (const seconds of [6, 11, 31, 61]) {
      await portal.settle();
      portal.advance(seconds);
    }
    await portal.settle();
    expect(await portal.read(id)).toMatchObject({
      state: 'executing',
      execution: { attempt: 5, lastError: 'Error: HTTP 503' },
      waitingFor: expect.stringContaining('MLflow EU could not be changed'),
    });
    while ((await portal.feature.outboxWorker.runOnce()) > 0) {
      // Until nothing is left.
    }
    const titles = notifications.send.mock.calls.map(
      ([{ payload }]) => payload.title as string,
    );
    expect(
      titles.filter(title => title.startsWith('Waiting for the registry')),
    ).toHaveLength(1);

    registry.down = undefined;
    portal.advance(121);
    await portal.settle();
    expect((await portal.read(id)).state).toBe('succeeded');
  });

  it('does not believe a registry that says yes and does nothing', async () => {
    const id = await approved();
    jest
      .spyOn(portal.world.registry.aliases, 'setAlias')
      .mockResolvedValue(undefined);
    await portal.settle();
    expect(await portal.read(id)).toMatchObject({
      state: 'executing',
      execution: {
        lastError: expect.stringContaining(
          "was told to point 'champion' at version '44', but it points at nothing",
        ),
      },
    });
  });

  it('counts it when a person has moved the alias', async () => {
    portal.world.registry.state.set('champion', '44');
    const id = await approved();
    await portal.settle();
    await expectDoneOnce(id);
    expect(portal.world.registry.writes).toEqual([]);
  });

  it('waits while the version is gone from the registry', async () => {
    const id = await approved();
    await portal
      .knex('version')
      .where({ id: portal.versions['44'] })
      .update({ gone_since: '2026-11-23T00:00:00.000Z' });
    await portal.settle();
    expect(await portal.read(id)).toMatchObject({
      state: 'approved',
      waitingFor: expect.stringContaining('is gone from its registry since'),
    });
    expect(portal.world.registry.writes).toEqual([]);
  });

  it('stops without losing anything when the backend shuts down', async () => {
    const id = await approved();
    const reached = gate();
    jest
      .spyOn(portal.world.registry.aliases, 'readAlias')
      .mockImplementationOnce(
        async ({ signal }: { alias: string; signal?: AbortSignal }) =>
          await new Promise((_, reject) => {
            signal?.addEventListener('abort', () => reject(signal.reason));
            reached.open();
          }),
      );
    portal.feature.worker.start();
    await reached.opened;
    await portal.feature.worker.stop();

    expect(await portal.read(id)).toMatchObject({
      state: 'executing',
      execution: { attempt: 0 },
    });
    // The lease was given back: nobody has to wait for it to run out.
    await other.settle();
    await expectDoneOnce(id);
  });

  it('keeps the history of what was where', async () => {
    await portal.promote('41');
    portal.advance(3600);
    await portal.promote('44');
    const versions = async (query: string) =>
      (await portal.assignments(query)).map(
        (one: { version: string }) => one.version,
      );
    expect(await versions('')).toEqual(['44']);
    expect(await versions('?view=history')).toEqual(['44', '41']);
    expect(await versions('?at=2026-11-23T12:30:00Z')).toEqual(['41']);
    expect(await versions('?at=2026-11-23T14:30:00%2B01:00')).toEqual(['44']);
  });
});
