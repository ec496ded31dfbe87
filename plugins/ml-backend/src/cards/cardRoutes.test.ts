import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { cardDigest, parseModelCard } from '@understudy/plugin-ml-common';
import request from 'supertest';
import { expectDescribed } from '../__testUtils__/expectDescribed';
import { modelEntity } from '../__testUtils__/modelEntity';
import { startMlBackend } from '../__testUtils__/startMlBackend';

jest.setTimeout(60_000);

const OWNER = 'group:default/payments-fraud';
const REVIEWERS = 'group:default/model-risk';
const groupsOf: Record<string, string[]> = {
  'user:default/scientist': [OWNER],
  'user:default/officer': [REVIEWERS],
  'user:default/second-officer': [REVIEWERS],
  'user:default/owner-and-officer': [OWNER, REVIEWERS],
  'user:default/passer-by': [],
};
const path = '/api/ml/models/default/fraud-score';
const described = '/models/{namespace}/{name}';
const words = (count: number) => Array(count).fill('word').join(' ');
const written = {
  purpose: `Scores card payments. ${words(40)}`,
  intendedUsers: 'The payments teams.',
  limitations: 'Amounts above 10,000 were rare.',
};
const hubCard = [
  '---',
  'license: apache-2.0',
  'x-own-key: kept',
  'model-index:',
  '  - name: fraud-score',
  '    results:',
  '      - task: { type: tabular-classification }',
  '        dataset: { type: holdout, name: Holdout, split: test }',
  '        metrics:',
  '          - { type: roc_auc, value: 0.91 }',
  '---',
  '',
  '# Fraud score',
  '',
  '## Limitations',
  '',
  'Rare amounts.',
  '',
].join('\n');

async function start(options: { card?: object | string } = {}) {
  const { server } = await startMlBackend({
    entities: [
      modelEntity('fraud-score', {
        owner: OWNER,
        spec: {
          uses: [{ id: 'cards', purpose: 'Refuse', riskTier: 'limited' }],
          ...(options.card !== undefined && { card: options.card as string }),
        },
      }),
    ],
    features: [
      mockServices.userInfo.mock({
        getUserInfo: async credentials => {
          const { userEntityRef } = credentials.principal as {
            userEntityRef: string;
          };
          return {
            userEntityRef,
            ownershipEntityRefs: groupsOf[userEntityRef],
          };
        },
      }).factory,
      mockServices.permissions.mock({
        authorize: async (requests, { credentials }) =>
          requests.map(({ permission }) => {
            const { userEntityRef = '' } = credentials!.principal as {
              userEntityRef?: string;
            };
            const reviews = groupsOf[userEntityRef]?.includes(REVIEWERS);
            return {
              result:
                permission.name !== 'ml.card.review' || reviews
                  ? AuthorizeResult.ALLOW
                  : AuthorizeResult.DENY,
            };
          }),
        authorizeConditional: async requests =>
          requests.map(() => ({ result: AuthorizeResult.ALLOW })),
      }).factory,
    ],
  });
  const as = (authorization: string) => ({
    get: (to: string) =>
      request(server).get(`${path}${to}`).set({ authorization }),
    post: (to: string, body: object) =>
      request(server).post(`${path}${to}`).set({ authorization }).send(body),
  });
  const person = (name: string) =>
    as(mockCredentials.user.header(`user:default/${name}`));
  return {
    person,
    service: as(mockCredentials.service.header()),
    ledger: (query: string) =>
      request(server)
        .get(`/api/ml/ledger?${query}`)
        .set({ authorization: mockCredentials.service.header() }),
  };
}

/** A version to which cards can be added. */
async function withVersion(options: { card?: object | string } = {}) {
  const world = await start(options);
  await world.service
    .post('/versions', {
      label: '1',
      digest: `sha256:${'a'.repeat(64)}`,
      createdAt: '2026-11-01T00:00:00Z',
    })
    .expect(201);
  return world;
}

describe('card routes', () => {
  it('tell what the card in the entity says and lacks for its risk', async () => {
    const { person } = await start({ card: written });
    const answer = await person('passer-by').get('/card');
    expect(answer.status).toBe(200);
    expectDescribed('get', `${described}/card`, answer);
    expect(answer.body).toMatchObject({
      source: 'entity',
      riskTier: 'limited',
      review: { state: 'draft' },
      may: [],
    });
    expect(
      answer.body.completeness.missing.map(
        ({ section }: { section: string }) => section,
      ),
    ).toEqual(['outOfScope', 'trainingData', 'evaluationData', 'metrics']);
    expect(answer.body.completeness.percent).toBe(42);
  });

  it('say where to write a card when there is none', async () => {
    const { person } = await withVersion();
    for (const to of ['/card', '/card?version=1', '/card/markdown']) {
      const answer = await person('scientist').get(to);
      expect(answer.status).toBe(404);
      expect(answer.body.error.message).toContain('has no card');
    }
    await person('scientist').get('/card?version=7').expect(404);
  });

  it('import a card of a hub with its evaluations, once', async () => {
    const { person, service } = await withVersion();
    const scientist = person('scientist');
    const imported = await scientist.post('/versions/1/card', {
      text: hubCard,
    });
    expect(imported.status).toBe(201);
    expectDescribed('post', `${described}/versions/{version}/card`, imported);
    expect(imported.body).toMatchObject({
      evaluations: 1,
      card: { source: 'version', version: '1', text: hubCard },
    });
    await service.post('/versions/1/card', { text: hubCard }).expect(201);
    const { body: evidence } = await scientist.get('/versions/1/evidence');
    expect(evidence.evaluations).toMatchObject([
      {
        dataset: 'holdout',
        split: 'test',
        evaluatedAt: '2026-11-01T00:00:00.000Z',
        metrics: [{ name: 'roc_auc', value: 0.91 }],
      },
    ]);
    // The newest version with a card speaks for a model that has none itself.
    expect((await scientist.get('/card')).body.text).toBe(hubCard);
    await person('passer-by')
      .post('/versions/1/card', { text: hubCard })
      .expect(403);
  });

  it('write a card for a hub that says what was measured', async () => {
    const { person, service } = await withVersion({ card: written });
    await service
      .post('/versions/1/evidence', {
        evaluations: [
          {
            dataset: 'dataset:default/holdout@3',
            split: 'test',
            metrics: [{ name: 'roc_auc', value: 0.93, n: 1000 }],
            evaluatedAt: '2026-11-02T00:00:00Z',
          },
        ],
      })
      .expect(201);
    await service.post('/versions/1/card', { text: hubCard }).expect(201);
    const answer = await person('passer-by').get('/card/markdown?version=1');
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toContain('text/markdown');
    const { metadata, body, problems } = parseModelCard(answer.text);
    expect(problems).toEqual([]);
    expect(metadata).toMatchObject({
      license: 'apache-2.0',
      'x-own-key': 'kept',
    });
    expect(JSON.stringify(metadata['model-index'])).toContain('0.93');
    expect(body).toBe(parseModelCard(hubCard).body);
    // The card of the entity is another one.
    const own = await person('passer-by').get('/card/markdown');
    expect(own.text).toContain('Scores card payments.');
  });

  it('have a card approved by somebody else than its owners', async () => {
    const { person, service, ledger } = await withVersion({ card: written });
    const { body: before } = await person('scientist').get('/card');
    expect(before.may).toEqual(['draft', 'in_review']);
    const asked = { digest: before.digest, state: 'in_review' };
    const ask = await person('scientist').post('/card/reviews', asked);
    expect(ask.status).toBe(201);
    expectDescribed('post', `${described}/card/reviews`, ask);
    const approval = {
      digest: before.digest,
      state: 'approved',
      note: 'Complete enough for a pilot.',
    };
    for (const name of ['scientist', 'owner-and-officer', 'passer-by']) {
      await person(name).post('/card/reviews', approval).expect(403);
    }
    await service.post('/card/reviews', approval).expect(403);
    const approved = await person('officer').post('/card/reviews', approval);
    expect(approved.body.review).toMatchObject({
      state: 'approved',
      reviewedBy: 'user:default/officer',
      of: before.digest,
      note: 'Complete enough for a pilot.',
    });
    const { body: happened } = await ledger(
      'type=dev.understudy.card.reviewed',
    );
    expect(happened.items).toHaveLength(2);
  });

  it('keep who asked for a review from ending it', async () => {
    const { person } = await withVersion({ card: written });
    const { body: card } = await person('officer').get('/card');
    const say = (name: string, state: string) =>
      person(name).post('/card/reviews', { digest: card.digest, state });
    await say('officer', 'in_review').expect(201);
    const own = await say('officer', 'approved');
    expect(own.status).toBe(403);
    expect(own.body.error.message).toContain('asked for the review');
    await say('second-officer', 'approved').expect(201);
  });

  it('hold a review for outdated once the text is another one', async () => {
    const { person, service } = await withVersion();
    await service.post('/versions/1/card', { text: hubCard }).expect(201);
    const digest = cardDigest(hubCard);
    const approve = (of: string) =>
      person('officer').post('/card/reviews', {
        digest: of,
        state: 'approved',
      });
    await approve(digest).expect(201);
    const text = `${hubCard}\nMore.\n`;
    await service.post('/versions/1/card', { text }).expect(201);
    const { body } = await person('officer').get('/card?version=1');
    expect(body.review).toMatchObject({ state: 'outdated', of: digest });
    const late = await approve(digest);
    expect(late.status).toBe(409);
    expect(late.body.error.message).toContain('the card has changed');
    await approve(cardDigest(text)).expect(201);
  });

  it.each([
    ['/versions/1/card', {}, 'text'],
    ['/versions/1/card', { text: 'a\u0000' }, 'NUL'],
    ['/versions/1/card', { text: 'half \ud800' }, 'Unicode'],
    ['/card/reviews', { digest: 'x', state: 'draft' }, 'digest'],
    [
      '/card/reviews',
      { digest: `sha256:${'0'.repeat(64)}`, state: 'good' },
      'state',
    ],
  ])('refuse %s of %j, naming what is wrong', async (to, body, named) => {
    const { person } = await withVersion({ card: written });
    const answer = await person('scientist').post(to, body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain(named);
  });
});
