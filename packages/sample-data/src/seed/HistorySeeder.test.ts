import { mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { Promotion, PromotionState } from '@understudy/plugin-ml-common';
import { HistorySeeder } from './HistorySeeder';
import { RoleClient } from './RoleClient';
import { SeedStep } from './SeedStep';

const step: SeedStep = {
  model: 'model:default/fraud-score',
  version: '41',
  segment: '*',
  requester: 'payments-scientist',
  approver: 'payments-lead',
  reason: 'Better',
};

type Stored = Pick<
  Promotion,
  'id' | 'kind' | 'model' | 'versionId' | 'target' | 'revision' | 'state'
>;

type AskBody = Pick<SeedStep, 'model' | 'version' | 'segment'> & {
  environment: string;
};

/** The parts of the portal the seeder talks to, with promotions that move on. */
class FakePortal {
  readonly promotions: Stored[] = [];
  readonly calls: string[] = [];
  /** How often a version is not found before it is there. */
  missingFor = 0;
  stateAfterRequest: PromotionState = 'awaiting_approval';

  readonly request: RoleClient['request'] = async (role, path, options) => {
    const answer: unknown = this.#answer(role, path, options.body);
    return JSON.parse(JSON.stringify(answer));
  };

  #answer(role: string, path: string, body: unknown): unknown {
    const [, id, action] = /^\/promotions\/([^/?]+)\/?(.*)$/.exec(path) ?? [];
    if (path.startsWith('/models/')) {
      if (this.missingFor-- > 0) {
        throw Object.assign(new NotFoundError('Not read yet'), {
          statusCode: 404,
        });
      }
      return { id: `id of ${path.split('/').at(-1)}` };
    }
    if (path.startsWith('/promotions?')) {
      return { items: this.promotions };
    }
    if (path === '/promotions') {
      return this.#create(role, body as AskBody);
    }
    const promotion = this.promotions.find(p => p.id === id);
    if (promotion && action === 'approve') {
      this.calls.push(`${role} approves ${promotion.versionId}`);
      promotion.state = 'succeeded';
    }
    return promotion;
  }

  #create(role: string, body: AskBody): Stored {
    this.calls.push(`${role} asks for ${body.version} at ${body.segment}`);
    const promotion: Stored = {
      id: `p${this.promotions.length + 1}`,
      kind: 'promote',
      model: body.model,
      versionId: `id of ${body.version}`,
      target: { environment: body.environment, segment: body.segment },
      revision: 1,
      state: this.stateAfterRequest,
    };
    this.promotions.push(promotion);
    return promotion;
  }
}

describe('HistorySeeder', () => {
  const logger = mockServices.logger.mock();
  const signal = new AbortController().signal;
  let portal: FakePortal;

  beforeEach(() => {
    jest.clearAllMocks();
    portal = new FakePortal();
  });

  function createSeeder() {
    const client = RoleClient.create({ discovery: mockServices.discovery() });
    jest.spyOn(client, 'request').mockImplementation(portal.request);
    return HistorySeeder.create({ client, logger, pollMs: 1, maxPolls: 20 });
  }

  it('asks as one role and approves as another', async () => {
    await createSeeder().run([step], { signal });

    expect(portal.calls).toEqual([
      'payments-scientist asks for 41 at *',
      'payments-lead approves id of 41',
    ]);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('does nothing at the second start', async () => {
    await createSeeder().run([step], { signal });
    portal.calls.length = 0;

    await createSeeder().run([step], { signal });

    expect(portal.calls).toEqual([]);
  });

  it('goes on where it was cut off', async () => {
    await createSeeder().run([{ ...step, approver: undefined }], { signal });
    expect(portal.promotions[0].state).toBe('awaiting_approval');

    await createSeeder().run([step], { signal });

    expect(portal.promotions).toHaveLength(1);
    expect(portal.promotions[0].state).toBe('succeeded');
  });

  it('asks again for another target of the same version', async () => {
    await createSeeder().run([step, { ...step, segment: 'market=de' }], {
      signal,
    });

    expect(portal.promotions.map(({ target }) => target.segment)).toEqual([
      '*',
      'market=de',
    ]);
  });

  it('waits for a version that the portal has not read yet', async () => {
    portal.missingFor = 5;

    await createSeeder().run([step], { signal });

    expect(portal.promotions[0].state).toBe('succeeded');
  });

  it('says so when a version never comes, and goes on with other models', async () => {
    portal.missingFor = 20;
    const other = { ...step, model: 'model:default/search-ranker' };

    await createSeeder().run([step, { ...step, version: '42' }, other], {
      signal,
    });

    expect(portal.promotions.map(({ model }) => model)).toEqual([other.model]);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('ends before version 41'),
    );
  });

  it('says so when a promotion is blocked instead of approving it', async () => {
    portal.stateAfterRequest = 'blocked';

    await createSeeder().run([step], { signal });

    expect(portal.calls).toEqual(['payments-scientist asks for 41 at *']);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('is blocked instead of succeeded'),
    );
  });

  it('leaves a promotion without an approver where it stops', async () => {
    portal.stateAfterRequest = 'blocked';

    await createSeeder().run([{ ...step, approver: undefined }], { signal });

    expect(portal.promotions[0].state).toBe('blocked');
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('stops quietly when the portal shuts down', async () => {
    const controller = new AbortController();
    portal.missingFor = 20;
    const running = createSeeder().run([step], { signal: controller.signal });
    controller.abort();

    await running;

    expect(portal.calls).toEqual([]);
    expect(logger.warn).not.toHaveBeenCalled();
  });
});
