import { consumer, contract, field, port } from '../__testUtils__/build';
import { digest } from '../__testUtils__/digest';
import { checkConsumer } from '../consumers/checkConsumer';
import { Contract, ContractSpec } from '../contract/Contract';
import { Field } from '../fields/Field';
import { checkCompatibility } from './checkCompatibility';

function order(from: Contract, next: Contract, today?: string) {
  const report = checkCompatibility({ next, history: [from], today, digest });
  return [report.order, report.first];
}

function served(version: string, spec: Partial<ContractSpec>) {
  return contract([port([field('a')])], { version, spec });
}

function dated(version: string, names: string[], rest: Partial<Field> = {}) {
  return contract([port(names.map(name => field(name, 'float64', rest)))], {
    version,
  });
}

describe('upgradeOrder', () => {
  it.each<[string, Partial<ContractSpec>, Partial<ContractSpec>]>([
    [
      'the address',
      { protocol: { name: 'rest', endpoint: 'https://a.example' } },
      { protocol: { name: 'rest', endpoint: 'https://b.example' } },
    ],
    [
      'the way to sign in',
      { protocol: { name: 'rest', auth: 'oauth2' } },
      { protocol: { name: 'rest', auth: 'mtls' } },
    ],
    [
      'the protocol',
      { protocol: { name: 'rest' } },
      { protocol: { name: 'grpc' } },
    ],
  ])('finds none where %s changes', (_, before, after) => {
    expect(order(served('1.0.0', before), served('2.0.0', after))).toEqual([
      'none',
      'none',
    ]);
    const user = consumer([port([field('a')])], before);
    expect(
      checkConsumer({ provider: served('1.0.1', after), consumer: user }),
    ).toMatchObject({ order: 'none', first: 'none' });
  });

  it('finds none where a port changes its direction', () => {
    const of = (version: string, direction: 'in' | 'out') =>
      contract([port([field('a')], { name: 'x', direction })], { version });
    expect(order(of('1.0.0', 'out'), of('2.0.0', 'in'))).toEqual([
      'none',
      'none',
    ]);
  });

  it('does not follow from days', () => {
    const deprecated = { since: '2026-11-20', removeAfter: '2026-11-30' };
    expect(
      order(dated('1.0.0', ['a']), dated('1.1.0', ['a'], { deprecated })),
    ).toEqual(['any', 'any']);
    const optional = { required: false, deprecated };
    expect(
      order(
        dated('1.0.0', ['a', 'b'], optional),
        dated('2.0.0', ['a'], optional),
        '2026-11-26',
      ),
    ).toEqual(['any', 'any']);
    // Whoever requires the field misses it on any day.
    expect(
      order(
        dated('1.0.0', ['a', 'b'], { deprecated }),
        dated('2.0.0', ['a'], { deprecated }),
        '2026-11-26',
      ),
    ).toEqual(['readers-first', 'consumers']);
  });
});
