import { ContractCheck } from '@understudy/plugin-ml-common';
import { answerCheck } from './answerCheck';

type Judged = ContractCheck['consumers'][number];

function consumer(name: string, overrides: Partial<Judged> = {}): Judged {
  return {
    consumer: `model:default/${name}`,
    owner: 'group:default/search',
    basis: 'contract',
    use: 'production',
    verdict: 'compatible',
    findings: [],
    order: 'any',
    first: 'any',
    ...overrides,
  };
}

const finding = {
  ruleId: 'FIELD_REMOVED',
  severity: 'error' as const,
  direction: 'forward' as const,
  port: 'features',
  pointer: '/spec/ports/0/schema/fields/0',
  pointsInto: 'old' as const,
  path: 'spend_7d',
  message: 'It is gone.',
  remediation: 'Keep it.',
  basis: 'declared' as const,
};
const answer = (consumers: Judged[], readable = consumers, complete = true) =>
  answerCheck(
    'featureview:default/card-activity',
    { lint: [], consumers, complete },
    new Set(readable.map(entry => entry.consumer)),
  );

describe('answerCheck', () => {
  it('shows hit ones first and tells their owners once', () => {
    const { verdict, complete, consumers, tell } = answer([
      consumer('a'),
      consumer('c', { verdict: 'incompatible' }),
      consumer('b', { verdict: 'incompatible' }),
      consumer('d', { verdict: 'unverifiable', owner: 'group:default/fraud' }),
      consumer('e', { verdict: 'compatible_with_warnings' }),
      consumer('f', { verdict: 'unverifiable', owner: undefined }),
    ]);
    expect(consumers.map(entry => entry.consumer.slice(-1)).join('')).toBe(
      'bcdfea',
    );
    expect(tell).toEqual([
      { owner: 'group:default/fraud', consumers: ['model:default/d'] },
      {
        owner: 'group:default/search',
        consumers: ['model:default/b', 'model:default/c'],
      },
    ]);
    expect([verdict, complete]).toEqual(['incompatible', true]);
  });

  it('says of those that may not be read only that not all is known', () => {
    const all = [consumer('a'), consumer('b', { verdict: 'incompatible' })];
    const shown = answer(all, [all[0]]);
    expect(shown).toMatchObject({ verdict: 'unverifiable', complete: false });
    expect(JSON.stringify(shown)).not.toContain('model:default/b');
    expect(shown.tell).toEqual([]);
  });

  it('is not sure while a source of consumers does not answer', () => {
    expect(answer([], [], false).verdict).toBe('unverifiable');
    expect(answer([]).verdict).toBe('compatible');
  });

  it('bounds what is found of many consumers, and says so', () => {
    const findings = Array.from({ length: 1000 }, () => finding);
    const { consumers } = answer(
      Array.from({ length: 500 }, (_, index) =>
        consumer(`m${index}`, { findings, verdict: 'incompatible' }),
      ),
    );
    expect(consumers[0].findings).toHaveLength(41);
    expect(consumers[0].findings.at(-1)).toMatchObject({
      ruleId: 'TRUNCATED',
      message: '960 more findings are not shown.',
    });
  });
});
