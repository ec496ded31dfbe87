import { Contract } from '@understudy/contracts';
import {
  buildConsumer,
  buildContract,
  buildContractVersion,
  buildField,
} from '../../__testUtils__/contractBuilders';
import { FRAUD_SCORE } from '../../__testUtils__/builders';
import { MemoryContractApi } from '../../__testUtils__/MemoryContractApi';
import { breakCauses } from './breakCauses';
import { applyEdit, ContractEdit } from './contractEdits';

const base = buildContract();

async function causesOf(...edits: ContractEdit[]) {
  const api = new MemoryContractApi({
    [FRAUD_SCORE]: {
      versions: [buildContractVersion(base)],
      consumers: [
        buildConsumer('dispute-triage', ['reason_code'], {
          owner: 'group:default/disputes',
        }),
        buildConsumer('chargeback-risk', ['reason_code', 'score']),
        buildConsumer('demand-forecast', []),
      ],
    },
  });
  const next = edits.reduce<Contract>(
    (contract, edit) => applyEdit(contract, edit, base),
    { ...base, metadata: { ...base.metadata, version: '3.0.0' } },
  );
  return breakCauses(await api.check(FRAUD_SCORE, next));
}

describe('breakCauses', () => {
  it('names everybody whom a removed field breaks', async () => {
    const [cause, ...others] = await causesOf({
      type: 'remove',
      port: 'outputs',
      index: 1,
    });
    expect(others).toEqual([]);
    expect(cause).toMatchObject({
      act: 'removed',
      field: 'reason_code',
      onlyModels: true,
      owners: ['group:default/disputes', 'group:default/payments-fraud'],
    });
    expect(cause.consumers.map(({ consumer }) => consumer)).toEqual([
      'model:default/dispute-triage',
      'model:default/chargeback-risk',
    ]);
    expect(cause.remedies).not.toEqual([]);
  });

  it('tells a renamed field from a removed one', async () => {
    const causes = await causesOf({
      type: 'rename',
      port: 'outputs',
      index: 1,
      name: 'reason',
    });
    expect(causes.map(({ act, field }) => [act, field])).toEqual([
      ['renamed', 'reason_code'],
    ]);
  });

  it('puts what hits most first', async () => {
    const causes = await causesOf(
      {
        type: 'change',
        port: 'outputs',
        index: 0,
        parts: { type: { kind: 'scalar', type: 'string' } },
      },
      { type: 'remove', port: 'outputs', index: 1 },
    );
    expect(
      causes.map(({ act, field, consumers }) => [act, field, consumers.length]),
    ).toEqual([
      ['removed', 'reason_code', 2],
      ['changed', 'score', 1],
    ]);
  });

  it('finds nothing in a harmless change', async () => {
    expect(
      await causesOf({
        type: 'add',
        port: 'outputs',
        field: buildField('model', 'string', { required: false }),
      }),
    ).toEqual([]);
  });
});
