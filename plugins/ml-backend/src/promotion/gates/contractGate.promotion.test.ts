import { openPortal, Portal } from '../__testUtils__/openPortal';
import { POLICY } from '../__testUtils__/policy';

jest.setTimeout(60_000);

const policy = POLICY.replace(
  '      approvals:',
  `        - id: contract
          type: contract
          with: {allowWarnings: false}
      approvals:`,
);

describe('a promotion with a contract gate', () => {
  let portal: Portal;

  beforeEach(async () => {
    portal = await openPortal('SQLITE_3', { policy });
  });

  afterEach(async () => {
    await portal.stop();
  });

  const gateOf = (body: { gateRuns: { gateId: string }[] }) =>
    body.gateRuns.find(({ gateId }) => gateId === 'contract');

  it('asks about the version, for the place where it goes', async () => {
    const { body } = await portal.ask('44');
    expect(gateOf(body)).toMatchObject({ status: 'pass', blocks: false });
    expect(portal.world.readContractFacts).toHaveBeenCalledWith([
      {
        model: expect.objectContaining({ kind: 'Model' }),
        versionId: body.versionId,
        environment: 'production',
        serves: true,
        settings: { allowWarnings: false },
        overrides: undefined,
      },
    ]);
  });

  it('is held back by what breaks, and by what nobody knows', async () => {
    portal.world.readContractFacts.mockResolvedValue([
      {
        breaks: [
          {
            ref: 'component:default/checkout',
            summary: 'checkout: score is gone',
          },
        ],
        doubts: [],
        warnings: 0,
      },
    ]);
    const { body } = await portal.ask('44');
    expect(body.state).toBe('blocked');
    expect(gateOf(body)).toMatchObject({
      status: 'fail',
      blocks: true,
      summary: 'checkout: score is gone',
    });
    portal.world.readContractFacts.mockResolvedValue([
      { breaks: [], doubts: ['It has no signature'], warnings: 0 },
    ]);
    expect(gateOf((await portal.ask('43')).body)).toMatchObject({
      status: 'unknown',
      blocks: true,
    });
  });
});
