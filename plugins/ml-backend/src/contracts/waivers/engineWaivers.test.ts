import { KnownConsumer } from '../consumers/KnownConsumer';
import { agreedTo, consumerWaivers, versionWaivers } from './engineWaivers';
import { WaiverInForce } from './WaiversInForce';

const early = 'FIELD_REMOVED_BEFORE_DATE';
const field = { port: 'features', path: 'count_7d' };

function waiver(overrides: Partial<WaiverInForce> = {}): WaiverInForce {
  return {
    id: 'W1',
    ruleId: 'TYPE_NARROWED',
    ...field,
    pointer: '/spec/ports/0/schema/fields/1',
    consumer: 'model:default/fraud',
    until: '2027-01-31T23:59:59.999Z',
    reason: 'Soon',
    approvedBy: 'user:default/scientist',
    ...overrides,
  };
}

function user(name: string, fields = [field]): KnownConsumer {
  return {
    consumer: `model:default/${name}`,
    basis: 'relation',
    use: 'production',
    fields,
  };
}

describe('consumerWaivers', () => {
  it('leave out those that no owner of a consumer agreed to', () => {
    const between = waiver({ id: 'W2', consumer: undefined });
    expect(consumerWaivers([waiver(), between])).toMatchObject([
      { id: 'W1', consumer: 'model:default/fraud' },
    ]);
  });

  it('tell fields by their path, and all else by the pointer', () => {
    const [named] = consumerWaivers([waiver()]);
    expect(named).toMatchObject({ path: 'count_7d' });
    expect(named).not.toHaveProperty('pointer');
    const pointer = '/spec/serviceLevels/latencyMs/p99';
    const [level] = consumerWaivers([waiver({ path: '', port: '', pointer })]);
    expect(level).toMatchObject({ pointer });
    expect(level).not.toHaveProperty('path');
  });

  it('take the consent to an early removal as one to the removal', () => {
    expect(
      consumerWaivers([waiver({ ruleId: early })]).map(({ ruleId }) => ruleId),
    ).toEqual([early, 'FIELD_REMOVED']);
  });
});

describe('versionWaivers', () => {
  const agreed = [
    waiver({ ruleId: early }),
    waiver({
      id: 'W2',
      ruleId: early,
      consumer: 'model:default/limits',
      until: '2027-01-10T23:59:59.999Z',
    }),
  ];
  const rules = (
    waivers: WaiverInForce[],
    consumers: KnownConsumer[],
    complete = true,
  ) =>
    versionWaivers(waivers, { consumers, complete }).map(
      ({ ruleId, until }) => [ruleId, until],
    );

  it('hold for an early removal once all who use the field agreed', () => {
    const users = [user('fraud'), user('limits'), user('other', [])];
    expect(rules(agreed, users)).toEqual([[early, agreed[1].until]]);
    expect(rules(agreed, [...users, user('late')])).toEqual([]);
    expect(rules(agreed, users, false)).toEqual([]);
    // One that left does not end it.
    expect(rules(agreed, [user('fraud')])).toEqual([[early, agreed[0].until]]);
  });

  it('never tell who agreed', () => {
    const [all] = versionWaivers(agreed, {
      consumers: [user('fraud')],
      complete: true,
    });
    expect(all).not.toHaveProperty('approvedBy');
  });

  it('take no consent of the provider alone for an early removal', () => {
    const alone = waiver({ ruleId: early, consumer: undefined });
    expect(rules([alone], [user('fraud')])).toEqual([]);
    const between = waiver({ consumer: undefined });
    expect(rules([between], [], false)).toEqual([
      ['TYPE_NARROWED', between.until],
    ]);
  });

  it('count the later of two consents of one consumer', () => {
    const [first] = agreed;
    const later = { ...first, id: 'W9', until: '2027-02-20T23:59:59.999Z' };
    expect(agreedTo([later, first], field).get('model:default/fraud')?.id).toBe(
      'W9',
    );
  });
});
