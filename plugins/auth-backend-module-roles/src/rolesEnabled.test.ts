import { ConfigReader } from '@backstage/config';
import { rolesEnabled } from './rolesEnabled';

const enabled = new ConfigReader({
  auth: { providers: { roles: { enabled: true } } },
});
const disabled = new ConfigReader({
  auth: { providers: { roles: { enabled: false } } },
});
const absent = new ConfigReader({});

describe('rolesEnabled', () => {
  it.each([
    ['development', enabled, true],
    ['test', enabled, true],
    ['production', enabled, false],
    ['Development', enabled, false],
    ['', enabled, false],
    [undefined, enabled, false],
    ['development', disabled, false],
    ['development', absent, false],
    ['test', absent, false],
  ])('NODE_ENV %p with %p is %p', (nodeEnv, config, expected) => {
    expect(rolesEnabled({ nodeEnv, config })).toBe(expected);
  });
});
