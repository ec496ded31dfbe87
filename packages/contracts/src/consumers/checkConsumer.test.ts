import {
  consumer,
  contract,
  field,
  object,
  port,
  scalar,
} from '../__testUtils__/build';
import { Contract } from '../contract/Contract';
import { Field } from '../fields/Field';
import { FieldType } from '../fields/FieldType';
import { checkConsumer } from './checkConsumer';
import { checkConsumers } from './checkConsumers';
import { impliedConsumerContract } from './impliedConsumerContract';

const provider = contract([
  port(
    [
      field('age', 'int32'),
      field('plan', 'string', { default: { value: 'free' } }),
    ],
    { direction: 'in' },
  ),
  port([field('score'), field('reason', 'string')]),
]);

function rules(report: { findings: { ruleId: string }[] }): string[] {
  return report.findings.map(({ ruleId }) => ruleId);
}

describe('checkConsumer', () => {
  it('is content with a consumer that uses part of what there is', () => {
    const user = consumer([
      port([field('age', 'int8')], { direction: 'in' }),
      port(object([field('score')], { unknown: 'reject' })),
    ]);
    expect(checkConsumer({ provider, consumer: user })).toEqual({
      consumer: 'component:default/caller',
      verdict: 'compatible',
      findings: [],
      order: 'any',
      first: 'any',
    });
  });

  it('finds what a consumer reads and the provider no longer writes', () => {
    const user = consumer([port([field('score'), field('label', 'string')])]);
    const report = checkConsumer({ provider, consumer: user });
    expect(report).toMatchObject({
      verdict: 'incompatible',
      order: 'readers-first',
      first: 'consumers',
      findings: [
        {
          ruleId: 'REQUIRED_FIELD_MISSING',
          consumer: 'component:default/caller',
          pointsInto: 'old',
          pointer: '/spec/ports/0/schema/fields/1',
          basis: 'declared',
        },
      ],
    });
  });

  it('finds what a consumer does not send and the provider asks for', () => {
    const user = consumer([
      port([field('plan', 'string')], { direction: 'in' }),
    ]);
    expect(checkConsumer({ provider, consumer: user })).toMatchObject({
      verdict: 'incompatible',
      order: 'writers-first',
      findings: [
        {
          ruleId: 'REQUIRED_FIELD_MISSING',
          path: 'age',
          pointsInto: 'new',
          pointer: '/spec/ports/0/schema/fields/0',
        },
      ],
    });
  });

  it('does not ask for inputs of those that only read', () => {
    const user = consumer([port([field('score')])]);
    expect(checkConsumer({ provider, consumer: user }).verdict).toBe(
      'compatible',
    );
    const sender = consumer([
      port([field('k')], { direction: 'in', name: 'params' }),
    ]);
    expect(rules(checkConsumer({ provider, consumer: sender }))).toEqual([
      'PORT_ADDED',
      'PORT_REMOVED',
    ]);
  });

  it('holds a consumer to the units and labels that it relies on', () => {
    const offer = contract([
      port([
        field('a', 'float64', { unit: 'USD' }),
        field('b', 'float64', { unit: 'kg' }),
      ]),
    ]);
    const user = consumer([
      port([field('a', 'float64', { unit: 'EUR' }), field('b')]),
    ]);
    expect(checkConsumer({ provider: offer, consumer: user }).findings).toEqual(
      [
        expect.objectContaining({
          ruleId: 'UNIT_CHANGED',
          path: 'a',
          severity: 'error',
        }),
      ],
    );
  });

  it('warns where an optional field that the consumer uses is not there', () => {
    const user = consumer([
      port([field('score'), field('label', 'string', { required: false })]),
    ]);
    expect(checkConsumer({ provider, consumer: user })).toMatchObject({
      verdict: 'compatible_with_warnings',
      findings: [
        {
          ruleId: 'FIELD_REMOVED_OPTIONAL',
          severity: 'warning',
          path: 'label',
        },
      ],
    });
  });

  it('compares the keys and times that the consumer lists', () => {
    const offer = contract([
      port([
        field('user', 'string', { role: 'entityKey' }),
        field('shop', 'string', { role: 'entityKey' }),
        field('at', 'timestamptz', { role: 'eventTime' }),
        field('score'),
      ]),
    ]);
    const check = (name: string, own: Contract = offer) =>
      rules(
        checkConsumer({
          provider: own,
          consumer: consumer([
            port([
              field(name, name === 'score' ? 'float64' : 'string', {
                role: 'entityKey',
              }),
            ]),
          ]),
        }),
      );
    expect(check('shop')).toEqual([]);
    const keyed = contract([{ ...offer.spec.ports[0], key: ['user'] }]);
    expect(check('shop', keyed)).toEqual([]);
    expect(check('score')).toEqual(['KEY_CHANGED']);
  });

  it('judges the notice of a removal only where its day is known', () => {
    const user = consumer([port([field('score')])]);
    const check = (since: string) =>
      rules(
        checkConsumer({
          provider: contract([
            port([
              field('score', 'float64', {
                deprecated: { since, removeAfter: '2027-01-31' },
              }),
            ]),
          ]),
          consumer: user,
          today: '2027-01-10',
        }),
      );
    expect(check('1.1.0')).toEqual(['FIELD_DEPRECATED']);
    expect(check('2027-01-09')).toContain('DEPRECATION_TOO_SHORT');
  });

  it('says who takes what, and speaks of no change', () => {
    const offer = contract([
      port(
        [
          field('age', 'int32', { constraints: { min: 0 } }),
          field('plan', 'string'),
        ],
        { direction: 'in' },
      ),
      port([
        field('score', 'float64', { nullable: true }),
        field('label', {
          kind: 'union',
          of: [scalar('int32'), scalar('bytes')],
        }),
        field('size', 'int64'),
      ]),
    ]);
    const user = consumer(
      [
        port([field('age', 'int32'), field('note', 'string')], {
          direction: 'in',
        }),
        port([
          field('score'),
          field('label', 'int32'),
          field('size', 'int32', { unit: 'kg' }),
        ]),
      ],
      { serviceLevels: { availability: 0.995 } },
    );
    const offered = {
      ...offer,
      spec: { ...offer.spec, serviceLevels: { availability: 0.99 } },
    };
    expect(
      checkConsumer({ provider: offered, consumer: user })
        .findings.map(({ ruleId, message }) => `${ruleId}: ${message}`)
        .sort(),
    ).toEqual([
      'AVAILABILITY_REDUCED: The consumer needs an availability of 0.995, and the provider promises 0.99',
      'FIELD_REMOVED: The consumer sends the field note, which the provider does not know and drops',
      'NULLABLE_MISMATCH: The writer may write null to score, which the reader does not take',
      'RANGE_ADDED: The reader asks for age to be at least 0, which the writer does not promise',
      'REQUIRED_FIELD_MISSING: The reader requires the field plan, which the writer does not have',
      'TYPE_NARROWED: The type of size is int64 for the writer, and int32 for the reader',
      'UNION_BRANCH_REMOVED: The writer may write bytes to label, which the reader does not take',
      'UNIT_CHANGED: The consumer takes the unit of size to be kg, and the provider says nothing',
    ]);
  });

  it('cannot tell what a consumer sends that may send anything', () => {
    const user = consumer([
      port([field('age', { kind: 'any' })], { direction: 'in' }),
    ]);
    expect(checkConsumer({ provider, consumer: user })).toMatchObject({
      verdict: 'unverifiable',
      findings: [
        {
          ruleId: 'UNVERIFIABLE_ANY',
          severity: 'warning',
          message:
            'The writer may write anything to age, and the reader takes int32 only',
        },
      ],
    });
  });

  it('asks of enums no more than the consumer lists', () => {
    const level = (symbols: string[], rest = {}): FieldType => ({
      kind: 'enum',
      base: 'string',
      symbols,
      ordered: true,
      ...rest,
    });
    const offer = contract([port([field('e', level(['lo', 'mid', 'hi']))])]);
    const check = (...symbols: string[]) =>
      rules(
        checkConsumer({
          provider: offer,
          consumer: consumer([
            port([field('e', level(symbols, { fallback: 'lo' }))]),
          ]),
        }),
      );
    expect(check('lo', 'hi')).toEqual([]);
    expect(check('hi', 'lo')).toEqual(['ENUM_ORDER_CHANGED']);
  });

  it('compares how secret a field is with what the consumer is ready for', () => {
    const offer = contract([
      port([
        field('a', 'float64', {
          classification: 'restricted',
          personalData: ['health'],
        }),
      ]),
    ]);
    const check = (
      basis: 'declared' | 'implied',
      rest: Partial<Field> = {},
      clearance?: 'internal' | 'restricted',
    ) =>
      rules(
        checkConsumer({
          provider: offer,
          basis,
          consumer: consumer([port([field('a', 'float64', rest)])], {
            ...(clearance && { terms: { clearance } }),
          }),
        }),
      ).filter(ruleId => ruleId !== 'CONTRACT_MISSING');
    const both = ['CLASSIFICATION_RAISED', 'PERSONAL_DATA_ADDED'];
    expect(check('implied')).toEqual(both);
    expect(
      check('declared', { classification: 'internal', personalData: [] }),
    ).toEqual(both);
    expect(check('declared')).toEqual([]);
    expect(check('declared', {}, 'internal')).toEqual([
      'CLASSIFICATION_RAISED',
    ]);
    expect(
      check('declared', { classification: 'internal' }, 'restricted'),
    ).toEqual([]);
  });

  it('never hides what was only worked out of a consumer', () => {
    const user = consumer([port([field('gone')])]);
    const options = {
      provider,
      consumer: user,
      overrides: [
        { ruleId: 'FIELD_REMOVED', severity: 'info' as const, reason: 'r' },
      ],
    };
    const severity = (basis: 'declared' | 'implied') =>
      checkConsumer({ ...options, basis }).findings.find(
        ({ ruleId }) => ruleId === 'REQUIRED_FIELD_MISSING',
      )?.severity;
    expect(severity('declared')).toBe('info');
    expect(severity('implied')).toBe('warning');
  });

  it('lets what was decided of a change hold for its consumers', () => {
    const offer = contract([
      port([field('score', 'float64', { nullable: true })]),
    ]);
    const check = (ruleId: string) =>
      checkConsumer({
        provider: offer,
        consumer: consumer([port([field('score')])]),
        overrides: [{ ruleId, severity: 'warning', reason: 'r' }],
      }).verdict;
    expect(check('NULLABLE_ADDED')).toBe('compatible_with_warnings');
    expect(check('NULLABLE_MISMATCH')).toBe('compatible_with_warnings');
    expect(check('PRESENCE_WIDENED')).toBe('incompatible');
  });

  it('lets a consumer consent for itself', () => {
    const user = consumer([port([field('gone')])]);
    const waiver = {
      id: 'w',
      ruleId: 'FIELD_REMOVED',
      until: '2026-12-31',
      reason: 'r',
    };
    const check = (of: string) =>
      checkConsumer({
        provider,
        consumer: user,
        today: '2026-12-01',
        waivers: [{ ...waiver, consumer: of }],
      }).verdict;
    expect(check('component:default/caller')).toBe('compatible_with_warnings');
    expect(check('component:default/other')).toBe('incompatible');
  });
});

describe('impliedConsumerContract', () => {
  it('takes all that is not proven to be unused', () => {
    const implied = impliedConsumerContract({
      provider,
      consumer: 'component:default/quiet',
      unusedFields: [{ port: 'outputs', field: 'reason' }],
    });
    const without = (name: string): Contract =>
      contract(
        [
          provider.spec.ports[0],
          port(
            [field('score'), field('reason', 'string')].filter(
              other => other.name !== name,
            ),
          ),
        ],
        { version: '2.0.0' },
      );
    const check = (next: Contract) =>
      checkConsumer({ provider: next, consumer: implied, basis: 'implied' });
    expect(rules(check(provider))).toEqual(['CONTRACT_MISSING']);
    expect(check(without('reason')).verdict).toBe('compatible_with_warnings');
    expect(check(without('score'))).toMatchObject({
      verdict: 'incompatible',
      findings: expect.arrayContaining([
        expect.objectContaining({
          ruleId: 'REQUIRED_FIELD_MISSING',
          basis: 'implied',
        }),
        expect.objectContaining({ ruleId: 'PIN_UNSATISFIED' }),
      ]),
    });
  });

  it('keeps the keys', () => {
    const table = contract([port([field('id'), field('a')], { key: ['id'] })]);
    const implied = impliedConsumerContract({
      provider: table,
      consumer: 'component:default/quiet',
      unusedFields: [
        { port: 'outputs', field: 'id' },
        { port: 'outputs', field: 'a' },
      ],
    });
    expect(implied.spec.ports[0].schema).toMatchObject({
      fields: [{ name: 'id' }],
    });
  });
});

describe('checkConsumers', () => {
  it('says of each what it says of it alone', () => {
    const consumers = Array.from({ length: 1000 }, (_, index) => ({
      contract: consumer([port([field(index % 3 ? 'score' : 'gone')])], {
        subject: `component:default/c${index}`,
      }),
    }));
    const reports = checkConsumers({ provider, consumers });
    expect(reports).toHaveLength(1000);
    expect(reports.slice(0, 4)).toEqual(
      consumers
        .slice(0, 4)
        .map(entry => checkConsumer({ provider, consumer: entry.contract })),
    );
    expect(
      reports.filter(({ verdict }) => verdict === 'incompatible'),
    ).toHaveLength(334);
  });

  it('compares once what many expect in the same form', () => {
    let reads = 0;
    const schema = object([field('score')]);
    const watched = port(schema);
    Object.defineProperty(watched, 'schema', {
      enumerable: true,
      get: () => {
        reads++;
        return schema;
      },
    });
    const offer = contract([watched]);
    const consumers = Array.from({ length: 50 }, () => ({
      contract: consumer([port([field('score')])]),
    }));
    checkConsumers({ provider: offer, consumers: consumers.slice(0, 1) });
    const once = reads;
    reads = 0;
    checkConsumers({ provider: offer, consumers });
    expect(reads).toBe(once);
  });
});
