import { expectDescribed } from '../router/__testUtils__/expectDescribed';
import { startLineageBackend } from '../router/__testUtils__/startLineageBackend';
import { startWithSample } from '../router/__testUtils__/startWithSample';

jest.setTimeout(60_000);

describe('routes about dead letters', () => {
  it('shows dead letters to those who may see them', async () => {
    const backend = await startWithSample();
    const { user } = backend;
    const list = await user.get('/dead-letters?limit=5');
    expect(list.body).toEqual({ items: [] });
    expectDescribed('get', '/dead-letters', list);
    const replay = await user.post('/dead-letters/replay', {});
    expect(replay.body).toEqual({ replayed: 0 });
    expectDescribed('post', '/dead-letters/replay', replay);
    const bad = await user.post('/dead-letters/replay', { ids: ['x'] });
    expect(bad.status).toBe(400);
    const status = await user.get('/status');
    expectDescribed('get', '/status', status);
    expect(status.body).toMatchObject({ backlog: 0, deadLetters: 0 });

    const others = await startLineageBackend({ decide: () => false });
    for (const answer of [
      await others.user.get('/dead-letters'),
      await others.user.post('/dead-letters/replay', {}),
    ]) {
      expect(answer.status).toBe(403);
      expect(answer.body.error.message).toMatch(/'lineage\.dead-letter\./);
    }
    const { body } = await others.user.get('/status');
    expect(body).toEqual({ backlog: 0 });
  });
});
