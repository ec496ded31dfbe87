import { ContractConsumer } from '@understudy/plugin-ml-common';
import { fieldUsage } from './fieldUsage';

function consumer(name: string, paths?: string[]): ContractConsumer {
  return {
    consumer: `model:default/${name}`,
    basis: 'relation',
    use: 'production',
    fields: paths?.map(path => ({ port: 'rows', path })),
  };
}

function namesOf(users: ContractConsumer[]): string[] {
  return users.map(({ consumer: ref }) => ref.replace('model:default/', ''));
}

describe('fieldUsage', () => {
  const usage = fieldUsage(
    [
      consumer('street', ['address.street']),
      consumer('whole', ['address']),
      consumer('silent'),
    ],
    true,
  );

  it('counts who uses a part of a field among its users', () => {
    expect(namesOf(usage.usersOf('rows', 'address'))).toEqual([
      'street',
      'whole',
    ]);
  });

  it('counts who uses all of a field among the users of its parts', () => {
    expect(namesOf(usage.usersOf('rows', 'address.city'))).toEqual(['whole']);
  });

  it('keeps ports and names with the same start apart', () => {
    expect(usage.usersOf('inputs', 'address')).toEqual([]);
    expect(usage.usersOf('rows', 'add')).toEqual([]);
  });

  it('calls nothing unused while somebody does not say', () => {
    expect(namesOf(usage.unknown)).toEqual(['silent']);
    expect(usage.complete).toBe(false);
    expect(fieldUsage([consumer('a', [])], true).complete).toBe(true);
    expect(fieldUsage([consumer('a', [])], false).complete).toBe(false);
  });
});
