import { mockApis } from '@backstage/frontend-test-utils';
import { readRoles } from './roles';

const role = {
  name: 'on-call',
  title: 'On-call engineer',
  does: 'Rolls back',
  team: 'ML on-call',
};

const config = (roles: { enabled?: boolean; roles: object[] }) =>
  mockApis.config({ data: { auth: { providers: { roles: { ...roles } } } } });

describe('readRoles', () => {
  it('reads the roles where signing in by role is on', () => {
    expect(readRoles(config({ enabled: true, roles: [role] }))).toEqual([role]);
  });

  it.each([
    ['off', config({ enabled: false, roles: [role] })],
    ['not decided', config({ roles: [role] })],
    ['not configured', mockApis.config({ data: {} })],
  ])('knows no roles where it is %s', (_, off) => {
    expect(readRoles(off)).toBeUndefined();
  });
});
