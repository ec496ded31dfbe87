import { databases } from '../__testUtils__/migratedDatabase';
import { openPortal, Portal } from './__testUtils__/openPortal';
import { POLICY } from './__testUtils__/policy';

jest.setTimeout(120_000);

const policy = POLICY.replace(
  '      approvals:',
  `        - {id: contract, type: contract}
        - {id: strict-contract, type: contract, with: {profile: strict}}
        - {id: files, type: artifact}
        - id: vs-champion
          type: metric
          with: {metric: roc_auc, op: '>=', relativeTo: champion}
        - id: vs-previous
          type: metric
          with: {metric: roc_auc, op: '>=', relativeTo: previous, everySliceOf: market}
        - id: vs-baseline
          type: metric
          with: {metric: roc_auc, op: '>=', relativeTo: baseline}
      approvals:`,
);

describe.each(databases.eachSupportedId())('a sweep on %s', id => {
  let portal: Portal;

  beforeEach(async () => {
    portal = await openPortal(id, { policy });
  });

  afterEach(async () => {
    await portal.stop();
  });

  const sweep = async () => {
    const { knex, world, feature } = portal;
    let queries = 0;
    const add = () => {
      queries += 1;
    };
    world.readContractFacts.mockClear();
    knex.on('query', add);
    await feature.sweeper.sweep(new AbortController().signal);
    knex.removeListener('query', add);
    return queries;
  };

  it('reads for many blocked promotions with as many queries as for one', async () => {
    expect((await portal.ask('44')).body.state).toBe('blocked');
    const few = await sweep();
    expect(portal.world.readContractFacts).toHaveBeenCalledTimes(1);

    for (const [index, version] of ['40', '41', '42', '43', '44'].entries()) {
      for (const market of ['de', 'fr']) {
        const { body } = await portal.ask(version, {
          segment: `market=${market}${index}`,
        });
        expect(body.state).toBe('blocked');
      }
    }
    const many = await sweep();
    expect(many).toBe(few);
    expect(
      portal.world.readContractFacts.mock.calls.map(([asked]) => asked.length),
    ).toEqual([22]);
  });
});
