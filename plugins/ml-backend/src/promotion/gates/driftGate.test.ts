import { driftGate, GateDrift } from './driftGate';

const drift: GateDrift = {
  id: 'd1',
  alias: 'champion',
  server: 'eu',
  state: 'open',
  decided: '41',
  found: '43',
  since: '2026-11-27T12:00:00.000Z',
};
const statusOf = (changes: Partial<GateDrift>, version = '44') =>
  driftGate({ version, drifts: [{ ...drift, ...changes }] }).status;

describe('driftGate', () => {
  it('passes without a drift', () => {
    expect(driftGate({ version: '44', drifts: [] }).status).toBe('pass');
  });

  it('fails while nobody has said that it is known, and says what to do', () => {
    const verdict = driftGate({ version: '44', drifts: [drift] });
    expect(verdict).toMatchObject({
      status: 'fail',
      summary:
        "'champion' in 'eu' points at version 43; version 41 was decided",
      remedy: expect.stringContaining('report it as known'),
      evidence: [{ kind: 'alias-drift', ref: 'd1' }],
    });
    expect(
      driftGate({
        version: '44',
        drifts: [{ ...drift, found: undefined, decided: undefined }],
      }).summary,
    ).toBe("'champion' in 'eu' was taken off; nothing was decided");
  });

  it.each([
    ['known', { state: 'reported' } as const, '44', 'warn'],
    [
      'being adopted',
      { state: 'reported', wanted: 'adopt' } as const,
      '44',
      'fail',
    ],
    [
      'being put back',
      { state: 'reported', wanted: 'revert' } as const,
      '44',
      'fail',
    ],
    ['what is to be promoted', {}, '43', 'warn'],
  ])('answers %s', (_what, changes, version, status) => {
    expect(statusOf(changes, version)).toBe(status);
  });
});
