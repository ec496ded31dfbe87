import { validateContract } from '@understudy/contracts';
import { emptyContract } from './emptyContract';

describe('emptyContract', () => {
  it.each([
    ['model:default/fraud-score', ['inputs', 'outputs']],
    ['featureview:default/card-velocity', ['rows']],
    ['dataset:default/card-transactions', ['rows']],
  ])('of %s is a contract with the ports %j', (subject, ports) => {
    const contract = emptyContract(subject, 'group:default/payments-fraud');
    expect(validateContract(contract).problems).toEqual([]);
    expect(contract.spec.ports.map(({ name }) => name)).toEqual(ports);
  });
});
