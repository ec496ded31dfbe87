import { DriftRights, driftRefusals } from './driftRefusals';
import { StoredDrift } from './StoredDrift';

const drift: StoredDrift = {
  id: 'd1',
  model: 'model:default/fraud-score',
  server: 'eu',
  recordId: 'r1',
  record: 'fraud_score',
  alias: 'champion',
  place: {
    subjectId: 's1',
    stage: 'production',
    target: { environment: 'production', segment: '*' },
    slot: 'champion',
  },
  decided: { versionId: 'v41', label: '41' },
  found: { versionId: 'v43', label: '43' },
  since: '2026-11-27T12:00:00.000Z',
  state: 'open',
};
const all: DriftRights = {
  isPerson: true,
  mayPromote: true,
  mayRollBack: true,
  deciders: ['group:default/payments-fraud', 'group:ops/on-call'],
};
const choice = {
  by: 'user:default/lead',
  at: '2026-11-27T13:00:00.000Z',
  reason: 'A test',
};
const refusals = (
  changes: Partial<StoredDrift> = {},
  rights: Partial<DriftRights> = {},
) => driftRefusals({ ...drift, ...changes }, { ...all, ...rights });

describe('driftRefusals', () => {
  it('has none for who may decide about what is open', () => {
    expect(refusals()).toEqual({});
  });

  it('says whose decision it is, and which permission is missing', () => {
    expect(refusals({}, { mayPromote: false, mayRollBack: false })).toEqual({
      report:
        "You may not say that a drift of this model is known: that needs the permission 'ml.promotion.create' on the model; ask payments-fraud or ops/on-call, who decide about the model",
      adopt: expect.stringContaining("'ml.promotion.create'"),
      revert: expect.stringContaining("'ml.promotion.rollback'"),
    });
    expect(refusals({}, { mayRollBack: false, deciders: [] }).revert).toContain(
      'nobody owns the model: ask those who run the portal',
    );
  });

  it('wants a person to report', () => {
    expect(refusals({}, { isPerson: false })).toEqual({
      report: expect.stringMatching(/^A person has to say .*; ask payments/),
    });
  });

  it.each<[Partial<StoredDrift>, keyof ReturnType<typeof refusals>, string]>([
    [
      { state: 'reported', choice },
      'report',
      'lead has reported it already, at 2026-11-27T13:00:00.000Z; adopt what was found or put it back to end it',
    ],
    [
      { found: undefined },
      'adopt',
      "'champion' points at nothing in 'eu', so there is nothing to adopt; report it as known, or put it back to version 41",
    ],
    [
      { state: 'reported', wanted: 'adopt', promotionId: 'p7', choice },
      'adopt',
      "Promotion 'p7' was asked for already to adopt version 43: its gates and approvals decide",
    ],
    [
      { decided: undefined },
      'revert',
      "Nothing was decided for 'champion' in production, so there is nothing to put back; report it as known, or adopt version 43",
    ],
    [
      { state: 'reported', wanted: 'revert', choice },
      'revert',
      'lead has it put back to version 41 already; it is tried until the registry answers',
    ],
    [
      { state: 'adopted' },
      'revert',
      "The drift is over: it is 'adopted'. Nothing is left to choose",
    ],
  ])('of %j for %s', (changes, refused, reason) => {
    expect(refusals(changes)[refused]).toBe(reason);
    // What is wrong with the choice goes before what the caller lacks.
    expect(
      refusals(changes, { mayPromote: false, mayRollBack: false })[refused],
    ).toBe(reason);
  });
});
