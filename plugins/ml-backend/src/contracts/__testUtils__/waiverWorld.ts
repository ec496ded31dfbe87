import { expectDescribed } from '../../__testUtils__/expectDescribed';
import {
  consumingModel,
  VIEW,
  VIEW_PATH,
  viewEntity,
} from './contractEntities';
import { contractOf, field } from './contracts';
import { createContractWorld, startContracts } from './startContracts';

type Portal = Awaited<ReturnType<typeof startContracts>>;
type Caller = Portal['user'];

/** What `fraud` and `limits` read, and what is left of it by the change. */
export const before = [field('spend_7d'), field('count_7d')];
export const after = [field('spend_7d')];

/** What `feature-engineer` asks of the owners of `fraud`. */
export const removal = {
  ruleId: 'REQUIRED_FIELD_MISSING',
  port: 'features',
  path: 'count_7d',
  pointer: '/spec/ports/0/schema/fields/1',
  consumer: 'model:default/fraud',
};

export const reason = 'The count comes back in January';

/**
 * A view that two models read, whose owners are teams of one person each; the
 * view has two.
 */
export function createWaiverWorld() {
  const world = createContractWorld([
    viewEntity(['fraud', 'limits'], {
      contract: {
        version: '1.0.0',
        ports: JSON.parse(
          JSON.stringify(contractOf({ fields: before }).spec.ports),
        ),
      },
    }),
    consumingModel('fraud', { fields: ['spend_7d', 'count_7d'] }),
    consumingModel('limits', { fields: ['spend_7d', 'count_7d'] }),
  ]);
  world.ownsBy
    .set('fraud-scientist', ['group:default/fraud-team'])
    .set('limits-scientist', ['group:default/limits-team'])
    .set('outsider', ['group:default/somebody-else']);
  return world;
}

/** What one does with waivers of the view, each answer as it is described. */
export function waiverSteps(portal: Portal) {
  const base = '/contracts/{kind}/{namespace}/{name}/waivers';
  const path = `${VIEW_PATH}/waivers`;
  const steps = {
    ask: async (body: object = {}, who: Caller = portal.user) => {
      const answer = await who.post(path, {
        findings: [removal],
        reason,
        until: '2027-01-31',
        ...body,
      });
      expectDescribed('post', base, answer);
      return answer;
    },
    list: async (query = '', who: Caller = portal.user) => {
      const answer = await who.get(`${path}${query}`);
      expectDescribed('get', base, answer);
      return answer;
    },
    decide: async (id: string, body: object, who: Caller) => {
      const answer = await who.post(`${path}/${id}/decision`, body);
      expectDescribed('post', `${base}/{id}/decision`, answer);
      return answer;
    },
    revoke: async (id: string, body: object, who: Caller) => {
      const answer = await who.post(`${path}/${id}/revocation`, body);
      expectDescribed('post', `${base}/{id}/revocation`, answer);
      return answer;
    },
    /** Asks, and has the owner of the consumer grant it. */
    granted: async (
      body: object = {},
      who: Caller = portal.person('fraud-scientist'),
    ): Promise<string> => {
      const { body: asked } = await steps.ask(body);
      const { id } = asked.items[0];
      const { status } = await steps.decide(id, { verdict: 'granted' }, who);
      if (status !== 201) {
        throw new Error(`The waiver ${id} was not granted: ${status}`);
      }
      return id;
    },
    /** What the removal does now. */
    check: async () => {
      const answer = await portal.user.post('/contracts/check', {
        subject: VIEW,
        contract: contractOf({ version: '2.0.0', fields: after }),
      });
      expectDescribed('post', '/contracts/check', answer);
      return answer.body;
    },
    /** What it does to one consumer: the finding of the field. */
    hit: async (name = 'fraud') => {
      const { consumers } = await steps.check();
      const { verdict, findings } = consumers.find(
        ({ consumer }: { consumer: string }) =>
          consumer === `model:default/${name}`,
      );
      const finding = findings.find(
        ({ path: at }: { path: string }) => at === removal.path,
      );
      return { verdict, ruleId: finding.ruleId, waiver: finding.waiver };
    },
  };
  return steps;
}
