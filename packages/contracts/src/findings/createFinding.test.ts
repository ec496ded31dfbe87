import { contract, field, port, scalar } from '../__testUtils__/build';
import { Contract, ContractSpec, Port } from '../contract/Contract';
import { diffContracts } from '../comparison/diffContracts';
import { Field } from '../fields/Field';
import { FieldType } from '../fields/FieldType';
import { ruleOf } from '../rules/contractRules';
import { edgeMessages } from '../rules/edgeMessages';
import { meetingMessages } from '../rules/meetingMessages';

function messages(from: Contract, to: Contract): string[] {
  return diffContracts(from, to)
    .map(({ message }) => message)
    .sort();
}

function ofField(from: Partial<Field>, to: Partial<Field>): string[] {
  return messages(
    contract([port([field('a', 'string', from)])]),
    contract([port([field('a', 'string', to)])]),
  );
}

function ofSpec(
  from: Partial<ContractSpec>,
  to: Partial<ContractSpec>,
): string[] {
  return messages(contract([], { spec: from }), contract([], { spec: to }));
}

describe('createFinding', () => {
  it('says what is different where no rule speaks of it', () => {
    expect(ofField({}, { id: 'f1' })).toEqual(['The id of a changes to f1']);
    const levels = (ordered?: boolean): FieldType => ({
      kind: 'enum',
      base: 'string',
      symbols: ['lo', 'hi'],
      ordered,
    });
    expect(ofField({ type: levels() }, { type: levels(true) })).toEqual([
      'The order of the values of a changes from not ordered to ordered',
    ]);
    const output = (rest: Partial<Port>) => contract([port([], rest)]);
    expect(messages(output({}), output({ optional: true }))).toEqual([
      'The presence of outputs changes from required to optional',
    ]);
    const nothing: FieldType = { kind: 'null' };
    expect(
      ofField(
        { type: { kind: 'union', of: [scalar('string'), nothing] } },
        { nullable: true },
      ),
    ).toEqual(['The definition of outputs changes']);
  });

  it('lists the personal data that comes and goes', () => {
    expect(
      ofField(
        { personalData: ['email', 'health'] },
        { personalData: ['health', 'name'] },
      ),
    ).toEqual([
      'The field a holds personal data: name',
      'The field a no longer holds personal data: email',
    ]);
  });

  it('shows a text that is empty', () => {
    expect(ofField({}, { default: { value: '' } })).toEqual([
      'The field a has the default ""',
    ]);
  });

  it('takes no limit for no limit', () => {
    const levels = {
      ttl: 'P1D',
      timeoutMs: 500,
      rateLimitRps: 5,
      maxBatch: 8,
      maxPayloadBytes: 64,
    };
    expect(ofSpec({}, { serviceLevels: levels })).toEqual([
      'Batches may have 8 rows, and any number before',
      'One consumer may send 5 requests per second, and any number before',
      'Requests may have 64 bytes, and any number before',
      'The service gives up after 500 ms, and did not say so before',
      'Values expire after P1D, and did not expire before',
    ]);
    expect(ofSpec({}, { terms: { purposes: ['fraud'] } })).toEqual([
      'The data may be used for fraud only, and for anything before',
    ]);
    const terms = { retention: 'P30D' };
    expect(ofSpec({}, { terms })).toEqual([
      'The data may be kept for P30D only, and for any time before',
    ]);
    expect(ofSpec({ terms }, {})).toEqual([
      'The data may be kept for any time, and no longer for P30D only',
    ]);
  });

  it('knows a promise from a limit', () => {
    const serviceLevels = {
      latencyMs: { p99: 100 },
      availability: 0.99,
      retention: 'P1Y',
    };
    expect(ofSpec({}, { serviceLevels })).toEqual([
      'It is promised that the data is kept for P1Y',
      'The availability is declared as 0.99',
      'The p99 is declared as 100',
    ]);
    expect(ofSpec({ serviceLevels }, {})).toEqual([
      'It is no longer promised that the data is kept for P1Y',
      'The availability of 0.99 is no longer promised',
      'The latency p99 of 100 ms is no longer promised',
    ]);
  });

  it('has messages of rules only, and none of a change where nothing changed', () => {
    for (const id of [
      ...Object.keys(edgeMessages),
      ...Object.keys(meetingMessages),
    ]) {
      expect(ruleOf(id).id).toBe(id);
    }
    for (const message of Object.values(meetingMessages)) {
      expect(message).not.toMatch(
        /\b(changes|no longer|any more|before|new \w+|widens|narrows|falls|rises|grows|gone)\b/,
      );
    }
  });
});
