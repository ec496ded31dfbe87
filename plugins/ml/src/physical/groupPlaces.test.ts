import { PhysicalDataset } from '@understudy/plugin-ml-common';
import { groupPlaces } from './groupPlaces';

function place(
  environment: string,
  region: string | undefined,
  role: PhysicalDataset['role'] = 'offline',
): PhysicalDataset {
  return {
    role,
    platform: 'postgres',
    namespace: 'postgres://dwh',
    name: 'a',
    environment,
    region,
  };
}

describe('groupPlaces', () => {
  it('puts production first, then environments and regions by name', () => {
    const groups = groupPlaces([
      place('staging', 'eu'),
      place('development', undefined),
      place('production', 'us'),
      place('production', 'eu'),
      place('development', 'eu'),
    ]);
    expect(
      groups.map(({ environment, region }) => `${environment} ${region}`),
    ).toEqual([
      'production eu',
      'production us',
      'development undefined',
      'development eu',
      'staging eu',
    ]);
  });

  it('orders the places of a group by role', () => {
    const [group] = groupPlaces([
      place('production', 'eu', 'source'),
      place('production', 'eu', 'online'),
      place('production', 'eu', 'offline'),
    ]);
    expect(group.places.map(({ role }) => role)).toEqual([
      'offline',
      'online',
      'source',
    ]);
  });
});
