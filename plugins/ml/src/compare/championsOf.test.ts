import { buildAssignment, buildVersion } from '../__testUtils__/builders';
import { championsOf } from './championsOf';

const v41 = buildVersion(41);
const v42 = buildVersion(42);
const germany = { environment: 'production', segment: 'market=de' };

describe('championsOf', () => {
  it('has each version once, with all its places, without the version itself', () => {
    expect(
      championsOf(
        [
          buildAssignment(v42),
          buildAssignment(v42, { target: germany }),
          buildAssignment(v41, { slot: 'canary' }),
          buildAssignment(buildVersion(44)),
        ],
        { versionId: 'version-44' },
      ),
    ).toEqual([
      {
        version: '42',
        places: [
          {
            stage: 'production',
            target: { environment: 'production', segment: '*' },
          },
          { stage: 'production', target: germany },
        ],
      },
    ]);
  });
});
