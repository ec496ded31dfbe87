import { contract, field, port } from '../__testUtils__/build';
import { digest } from '../__testUtils__/digest';
import { Contract } from '../contract/Contract';
import { Field } from '../fields/Field';
import { checkCompatibility } from './checkCompatibility';

describe('announcedRemovals', () => {
  it('holds nothing against a removal that was announced in time', () => {
    const until = { since: '1.1.0', removeAfter: '2027-01-31' };
    const version = (number: string, rest: Partial<Field>, title?: string) =>
      contract([port([field('o', 'float64', rest)])], {
        version: number,
        metadata: { title },
      });
    const check = (history: Contract[], today: string) =>
      checkCompatibility({
        next: version('1.1.1', { deprecated: until }, 'Other'),
        history,
        today,
        digest,
      }).findings.map(({ ruleId }) => ruleId);
    const first = version('1.0.0', {});
    const second = version('1.1.0', { deprecated: until });
    expect(check([first, second], '2027-01-10')).not.toContain(
      'DEPRECATION_TOO_SHORT',
    );
    expect(check([first], '2027-01-10')).toContain('DEPRECATION_TOO_SHORT');
  });
});
