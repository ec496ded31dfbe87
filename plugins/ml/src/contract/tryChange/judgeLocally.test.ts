import { Contract } from '@understudy/contracts';
import {
  buildContract,
  buildField,
} from '../../__testUtils__/contractBuilders';
import { applyEdit, ContractEdit } from './contractEdits';
import { judgeLocally } from './judgeLocally';

const today = '2026-11-26';

function version(contract: Contract, number: string): Contract {
  return { ...contract, metadata: { ...contract.metadata, version: number } };
}

const base = version(
  buildContract({
    ports: [
      {
        name: 'outputs',
        direction: 'out',
        schema: {
          kind: 'object',
          unknown: 'ignore',
          fields: [buildField('score'), buildField('reason_code', 'string')],
        },
      },
    ],
  }),
  '2.3.0',
);

function judge(edit: ContractEdit, history: Contract[] = [base]) {
  return judgeLocally(applyEdit(base, edit, base), { base, history, today });
}

const removal: ContractEdit = { type: 'remove', port: 'outputs', index: 1 };
const addition: ContractEdit = {
  type: 'add',
  port: 'outputs',
  field: buildField('model', 'string', { required: false }),
};

describe('judgeLocally', () => {
  it('says nothing of a draft that is the contract', () => {
    expect(judgeLocally(base, { base, history: [base], today })).toEqual({
      problems: [],
    });
  });

  it('finds what breaks and gives the number that this asks for', () => {
    const { report, contract, problems } = judge(removal);
    expect(problems).toEqual([]);
    expect(report?.verdict).toBe('incompatible');
    expect(report?.requiredBump).toBe('major');
    expect(report?.findings).toEqual([
      expect.objectContaining({
        ruleId: 'FIELD_REMOVED',
        path: 'reason_code',
        severity: 'error',
      }),
    ]);
    expect(contract?.metadata.version).toBe('3.0.0');
  });

  it('compares with what was promised, and steps over what is proposed', () => {
    const removed = version(applyEdit(base, removal, base), '3.0.0');
    const proposed: Contract = {
      ...removed,
      metadata: { ...removed.metadata, status: 'draft' },
    };
    const { report, contract } = judge(removal, [proposed, base]);
    expect(report?.from).toBe('2.3.0');
    expect(report?.verdict).toBe('incompatible');
    expect(contract?.metadata.version).toBe('4.0.0');
  });

  it('gives a harmless change a smaller number', () => {
    const { report, contract } = judge(addition);
    expect(report?.verdict).toBe('compatible');
    expect(contract?.metadata.version).toBe('2.4.0');
  });

  it('judges a number that somebody chose', () => {
    const draft = version(applyEdit(base, removal, base), '2.3.1');
    const { report, contract } = judgeLocally(draft, {
      base,
      history: [base],
      today,
    });
    expect(contract).toBe(draft);
    expect(report?.findings.map(({ ruleId }) => ruleId)).toContain(
      'BUMP_TOO_SMALL',
    );
  });

  it('does not judge what is no contract', () => {
    const { problems, report, contract } = judge({
      type: 'add',
      port: 'outputs',
      field: buildField('score'),
    });
    expect(problems.length).toBeGreaterThan(0);
    expect(report).toBeUndefined();
    expect(contract).toBeUndefined();
  });

  it('has nothing to compare a first contract with', () => {
    expect(judgeLocally(base, { history: [], today })).toEqual({
      problems: [],
      contract: base,
    });
  });

  it('judges against older versions that are still supported', () => {
    const older = version(
      applyEdit(base, { type: 'remove', port: 'outputs', index: 1 }),
      '2.2.0',
    );
    const { report } = judge(addition, [base, older]);
    expect(report?.checkedAgainst.map(each => each.version)).toEqual([
      '2.2.0',
      '2.3.0',
    ]);
  });
});
