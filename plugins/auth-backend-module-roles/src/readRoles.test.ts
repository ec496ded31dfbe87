import { ConfigReader } from '@backstage/config';
import { readRoles } from './readRoles';

const role = { name: 'on-call', title: 'On-call engineer' };

describe('readRoles', () => {
  it('keeps the order of the config', () => {
    const other = { name: 'executive', title: 'Executive' };
    expect(readRoles(new ConfigReader({ roles: [role, other] }))).toEqual([
      role,
      other,
    ]);
  });

  it.each([
    [{ roles: [] }, 'auth.providers.roles.roles is empty'],
    [{ roles: [role, role] }, 'lists "on-call" twice'],
    [{}, "Missing required config value at 'roles'"],
    [
      { roles: [{ name: 'on-call' }] },
      "Missing required config value at 'roles[0].title'",
    ],
  ])('refuses %p', (config, message) => {
    expect(() => readRoles(new ConfigReader(config))).toThrow(message);
  });
});
