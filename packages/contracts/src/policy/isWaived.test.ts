import { contract, field, port } from '../__testUtils__/build';
import { diffContracts } from '../comparison/diffContracts';
import { isWaived } from './isWaived';
import { Waiver } from './Waiver';

const today = '2026-11-26';
const [finding] = diffContracts(
  contract([port([field('a'), field('b')])]),
  contract([port([field('a')])], { version: '2.0.0' }),
);
const waiver: Waiver = {
  id: 'W',
  ruleId: 'FIELD_REMOVED',
  until: '2026-12-31',
  reason: 'Nobody reads it',
};
const holds = (rest: Partial<Waiver>, day: string | undefined = today) =>
  isWaived(finding, { ...waiver, ...rest }, day);

describe('isWaived', () => {
  it.each([today, '2027-02-24', '2026-12-01T12:00:00Z'])(
    'holds until %s',
    until => {
      expect(holds({ until })).toBe(true);
    },
  );

  it.each([
    ...['soon', '', '31/12/2020', '2026-12-1', '2026-02-30', '2026-13-01'],
    ...['2026-12-31 or so', '2099-01-01', '2027-02-25', '2026-11-25'],
  ])('does not hold until %p', until => {
    expect(holds({ until })).toBe(false);
  });

  it('does not hold where the day is not known', () => {
    expect(isWaived(finding, waiver, undefined)).toBe(false);
    expect(holds({}, 'today')).toBe(false);
    expect(holds({}, '2026-11-26T09:00:00Z')).toBe(true);
  });

  it('is about a field of a port, wherever it stands', () => {
    expect(finding).toMatchObject({ path: 'b', port: 'outputs' });
    expect(holds({ port: 'outputs', path: 'b' })).toBe(true);
    expect(holds({ port: 'outputs', path: 'a' })).toBe(false);
    expect(holds({ port: 'inputs', path: 'b' })).toBe(false);
    expect(holds({ path: 'b', pointer: '/elsewhere' })).toBe(true);
    expect(holds({ pointer: '/elsewhere' })).toBe(false);
    expect(holds({ pointer: finding.pointer })).toBe(true);
    expect(holds({ consumer: 'component:default/k' })).toBe(false);
  });
});
