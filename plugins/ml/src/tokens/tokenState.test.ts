import { tokenState } from './tokenState';

const NOW = '2026-05-01T12:00:00.000Z';

describe('tokenState', () => {
  it.each([
    ['usable', '2026-05-01T12:00:00.001Z', undefined],
    ['expired', NOW, undefined],
    ['revoked', '2026-06-01T00:00:00.000Z', '2026-04-01T00:00:00.000Z'],
    ['revoked', '2026-04-02T00:00:00.000Z', '2026-04-01T00:00:00.000Z'],
  ])('is %s', (state, expiresAt, revokedAt) => {
    expect(tokenState({ expiresAt, revokedAt }, NOW)).toBe(state);
  });
});
