import { ContractConsumer } from '@understudy/plugin-ml-common';
import { whoIsTold } from './whoIsTold';

function consumer(
  name: string,
  rest: Partial<ContractConsumer> = {},
): ContractConsumer {
  return {
    consumer: `model:default/${name}`,
    owner: 'group:default/payments',
    basis: 'relation',
    use: 'production',
    ...rest,
  };
}

const reads = (path: string) => ({ fields: [{ port: 'rows', path }] });

describe('whoIsTold', () => {
  it('tells each owner of consumers in production', () => {
    expect(
      whoIsTold([
        consumer('b'),
        consumer('a'),
        consumer('c', { owner: 'group:default/disputes' }),
        consumer('trained', { use: 'training' }),
        consumer('orphan', { owner: undefined }),
      ]),
    ).toEqual([
      {
        owner: 'group:default/payments',
        consumers: ['model:default/a', 'model:default/b'],
      },
      { owner: 'group:default/disputes', consumers: ['model:default/c'] },
      { consumers: ['model:default/orphan'] },
    ]);
  });

  it('tells of a field those who use it or do not say', () => {
    expect(
      whoIsTold(
        [
          consumer('uses', reads('amount')),
          consumer('other', reads('currency')),
          consumer('silent'),
        ],
        { port: 'rows', path: 'amount' },
      ),
    ).toEqual([
      {
        owner: 'group:default/payments',
        consumers: ['model:default/silent', 'model:default/uses'],
      },
    ]);
  });
});
