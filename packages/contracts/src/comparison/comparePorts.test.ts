import { contract, field, port, scalar } from '../__testUtils__/build';
import { digest } from '../__testUtils__/digest';
import { Contract } from '../contract/Contract';
import { FieldType } from '../fields/FieldType';
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

  it('compares whether values may be null, however that is said', () => {
    const int = scalar('int32');
    const of = (version: string, type: FieldType, nullable: boolean) =>
      contract([port([field('a', type, { nullable })])], { version });
    const union: FieldType = { kind: 'union', of: [int, { kind: 'null' }] };
    const check = (from: Contract, next: Contract) =>
      checkCompatibility({ next, history: [from], digest }).findings.map(
        ({ ruleId }) => ruleId,
      );
    expect(check(of('1.0.0', union, false), of('1.0.1', int, true))).toEqual([
      'METADATA_CHANGED',
    ]);
    expect(check(of('1.0.0', union, false), of('1.1.0', int, false))).toEqual([
      'NULLABLE_REMOVED',
    ]);
  });

  it('says in words what range is new', () => {
    const of = (version: string, constraints?: object) =>
      contract([port([field('a', 'uint8', { constraints })])], { version });
    const [finding] = checkCompatibility({
      next: of('1.1.0', { min: 0, max: 255 }),
      history: [of('1.0.0')],
      digest,
    }).findings;
    expect(finding.message).toBe(
      'The field a has to be at least 0 and at most 255',
    );
  });
});
