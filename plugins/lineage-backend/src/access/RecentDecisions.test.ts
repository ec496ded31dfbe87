import { BackstageUserPrincipal } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ReadDecision, RecentDecisions } from './RecentDecisions';

const allowed = { entities: AuthorizeResult.ALLOW, unmapped: true };
const denied = { entities: AuthorizeResult.DENY, unmapped: false };

function user(name: string, actor?: string): BackstageUserPrincipal {
  return {
    type: 'user',
    userEntityRef: `user:default/${name}`,
    ...(actor && { actor: { type: 'service', subject: actor } }),
  };
}

function start() {
  let time = 0;
  const decide = jest.fn<Promise<ReadDecision>, []>(async () => allowed);
  const decisions = new RecentDecisions({ now: () => time });
  return { decide, decisions, passes: (ms: number) => (time += ms) };
}

describe('RecentDecisions', () => {
  it('asks again after five seconds', async () => {
    const { decide, decisions, passes } = start();
    expect(await decisions.get(user('a'), decide)).toBe(allowed);
    decide.mockResolvedValue(denied);
    passes(1_999);
    expect(await decisions.get(user('a'), decide)).toBe(allowed);
    expect(decide).toHaveBeenCalledTimes(1);
    passes(3_001);
    expect(await decisions.get(user('a'), decide)).toBe(denied);
    expect(decide).toHaveBeenCalledTimes(2);
  });

  it('is renewed for who goes on asking, without anybody waiting', async () => {
    const { decide, decisions, passes } = start();
    await decisions.get(user('a'), decide);
    let answer: (decision: ReadDecision) => void = () => {};
    decide.mockReturnValueOnce(
      new Promise(resolve => {
        answer = resolve;
      }),
    );
    passes(2_000);
    expect(await decisions.get(user('a'), decide)).toBe(allowed);
    expect(await decisions.get(user('a'), decide)).toBe(allowed);
    expect(decide).toHaveBeenCalledTimes(2);
    answer(denied);
    await Promise.resolve();
    expect(await decisions.get(user('a'), decide)).toBe(denied);
    // It is as old as the question, not as the answer.
    passes(4_999);
    expect(await decisions.get(user('a'), decide)).toBe(denied);
    passes(1);
    expect(await decisions.get(user('a'), decide)).toBe(allowed);
    expect(decide).toHaveBeenCalledTimes(3);
  });

  it('holds until it is too old when it cannot be renewed', async () => {
    const { decide, decisions, passes } = start();
    await decisions.get(user('a'), decide);
    decide.mockRejectedValue(new Error('not now'));
    passes(4_000);
    expect(await decisions.get(user('a'), decide)).toBe(allowed);
    await Promise.resolve();
    expect(await decisions.get(user('a'), decide)).toBe(allowed);
    expect(decide).toHaveBeenCalledTimes(2);
    passes(1_000);
    await expect(decisions.get(user('a'), decide)).rejects.toThrow('not now');
    expect(decide).toHaveBeenCalledTimes(3);
  });

  it('keeps users apart, and those who act for them', async () => {
    const { decide, decisions } = start();
    await decisions.get(user('a'), decide);
    decide.mockResolvedValue(denied);
    expect(await decisions.get(user('b'), decide)).toBe(denied);
    expect(await decisions.get(user('a', 'plugin:agent'), decide)).toBe(denied);
    expect(await decisions.get(user('a'), decide)).toBe(allowed);
  });

  it('asks once for all who ask at the same time', async () => {
    const { decide, decisions } = start();
    await Promise.all([
      decisions.get(user('a'), decide),
      decisions.get(user('a'), decide),
    ]);
    expect(decide).toHaveBeenCalledTimes(1);
  });

  it('keeps no failure', async () => {
    const { decide, decisions } = start();
    decide.mockRejectedValueOnce(new Error('not now'));
    await expect(decisions.get(user('a'), decide)).rejects.toThrow('not now');
    expect(await decisions.get(user('a'), decide)).toBe(allowed);
  });

  it('forgets the oldest of very many callers', async () => {
    const { decide, decisions } = start();
    for (let number = 0; number <= 1_000; number += 1) {
      await decisions.get(user(`u${number}`), decide);
    }
    await decisions.get(user('u1'), decide);
    expect(decide).toHaveBeenCalledTimes(1_001);
    await decisions.get(user('u0'), decide);
    expect(decide).toHaveBeenCalledTimes(1_002);
  });
});
