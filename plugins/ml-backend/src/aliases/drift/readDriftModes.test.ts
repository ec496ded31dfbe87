import { ConfigReader } from '@backstage/config';
import { readDriftModes } from './readDriftModes';

const read = (registries: object) =>
  readDriftModes(
    new ConfigReader({
      ml: { registries: JSON.parse(JSON.stringify(registries)) },
    }),
  );

describe('readDriftModes', () => {
  it('reports where nothing is said', () => {
    expect([
      ...read({
        eu: { type: 'mlflow' },
        us: { type: 'mlflow', drift: 'revert' },
      }),
    ]).toEqual([
      ['eu', 'report'],
      ['us', 'revert'],
    ]);
    expect(readDriftModes(new ConfigReader({})).size).toBe(0);
  });

  it('refuses what is none of the choices', () => {
    expect(() => read({ eu: { type: 'mlflow', drift: 'fix' } })).toThrow(
      'ml.registries.eu.drift: "fix" is not one of report, adopt, revert',
    );
  });
});
