import { contract, field, port } from '../__testUtils__/build';
import { digest } from '../__testUtils__/digest';
import { Contract } from '../contract/Contract';
import { checkCompatibility } from './checkCompatibility';

describe('comparePorts', () => {
  it('takes keys and roles as sets', () => {
    const keyed = (version: string, names: string[], key?: string[]) =>
      contract(
        [
          port(
            names.map(name =>
              field(name, 'string', key ? {} : { role: 'entityKey' }),
            ),
            { ...(key && { key }) },
          ),
        ],
        { version },
      );
    const rules = (from: Contract, next: Contract) =>
      checkCompatibility({ next, history: [from], digest }).findings.map(
        ({ ruleId, severity, message }) => [ruleId, severity, message],
      );
    expect(
      rules(keyed('1.0.0', ['a', 'b']), keyed('1.0.1', ['b', 'a'])),
    ).toEqual([['FIELD_REORDERED', 'info', expect.any(String)]]);
    expect(
      rules(
        keyed('1.0.0', ['a', 'b'], ['a', 'b']),
        keyed('1.0.1', ['a', 'b'], ['b', 'a']),
      ),
    ).toEqual([
      [
        'METADATA_CHANGED',
        'info',
        'The order of the key of outputs changes from a, b to b, a',
      ],
    ]);
    expect(
      rules(
        keyed('1.0.0', ['a', 'b'], ['a', 'b']),
        keyed('2.0.0', ['a', 'b'], ['a']),
      ),
    ).toEqual([['KEY_CHANGED', 'error', expect.any(String)]]);
  });
});
