import { Finding } from '@understudy/contracts';
import { withWaivers } from './withWaivers';

const finding: Finding = {
  ruleId: 'FIELD_REMOVED',
  severity: 'error',
  direction: 'forward',
  port: 'outputs',
  pointer: '/spec/ports/0/schema/fields/1',
  pointsInto: 'old',
  path: 'reason_code',
  message: 'It is gone.',
  remediation: 'Keep it.',
  basis: 'declared',
};
const waiver = { id: 'W1', until: '2027-01-31', reason: 'Soon' };

describe('withWaivers', () => {
  it('marks the same findings, and no others', () => {
    const other = { ...finding, path: 'score' };
    const answered = [{ ...finding, pointer: '/elsewhere', waiver }];
    expect(withWaivers([finding, other], answered)).toEqual([
      { ...finding, waiver },
      other,
    ]);
  });

  it('marks nothing before the backend has answered', () => {
    expect(withWaivers([finding])).toEqual([finding]);
  });
});
