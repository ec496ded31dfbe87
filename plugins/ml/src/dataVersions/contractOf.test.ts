import { buildFeatureView } from '../__testUtils__/dataBuilders';
import { contractOf } from './contractOf';

const contracts = [
  { version: '2.1.0', subjectVersions: ['4'] },
  { version: '2.0.0', subjectVersions: [] },
];

describe('contractOf', () => {
  it('is the one that the version is stored with', () => {
    expect(contractOf('4', { contracts, current: '2.0.0' })).toEqual({
      version: '2.1.0',
      basis: 'own',
    });
  });

  it('is the one that the view declares for it, in short or in full', () => {
    const entity = buildFeatureView({
      versions: [
        { label: '1', state: 'live', contract: { version: '1.2.3' } },
        {
          label: '2',
          state: 'live',
          contract: { metadata: { version: '2.0.0' } },
        },
        { label: '3', state: 'live', contract: { metadata: {} } },
      ],
    });
    const of = (label: string) => contractOf(label, { entity, contracts });
    expect(of('1')).toEqual({ version: '1.2.3', basis: 'own' });
    expect(of('2')).toEqual({ version: '2.0.0', basis: 'own' });
    expect(of('3')).toBeUndefined();
  });

  it('is else the one that holds now, if any does', () => {
    expect(contractOf('9', { contracts, current: '2.0.0' })).toEqual({
      version: '2.0.0',
      basis: 'current',
    });
    expect(contractOf('9', { contracts })).toBeUndefined();
  });
});
