import { mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { RoleClient } from '../seed/RoleClient';
import { EvidenceSeeder } from './EvidenceSeeder';
import { EvidenceStep } from './sampleEvidence';

const step = (version: string): EvidenceStep => ({
  model: 'model:default/fraud-score',
  version,
  role: 'payments-scientist',
  addition: { card: { text: version } },
});
const path = (version: string) =>
  `/models/default/fraud-score/versions/${version}/evidence`;

describe('EvidenceSeeder', () => {
  const logger = mockServices.logger.mock();
  const { signal } = new AbortController();

  beforeEach(() => jest.clearAllMocks());

  function createSeeder(portal: {
    evaluations?: Record<string, unknown[]>;
    missingFor?: number;
    refused?: string;
  }) {
    let { missingFor = 0 } = portal;
    const added: [string, string, unknown][] = [];
    const client = RoleClient.create({ discovery: mockServices.discovery() });
    const request: RoleClient['request'] = async (role, at, options) => {
      if (options.body === undefined && missingFor-- > 0) {
        throw Object.assign(new NotFoundError('Not read yet'), {
          statusCode: 404,
        });
      }
      if (options.body !== undefined) {
        if (at === portal.refused) {
          throw new Error('It said no');
        }
        added.push([role, at, options.body]);
      }
      const answer: unknown = { evaluations: portal.evaluations?.[at] ?? [] };
      return JSON.parse(JSON.stringify(answer));
    };
    jest.spyOn(client, 'request').mockImplementation(request);
    return {
      added,
      seeder: EvidenceSeeder.create({ client, logger, pollMs: 1, maxPolls: 5 }),
    };
  }

  it('waits for the version and adds what is known of it', async () => {
    const { added, seeder } = createSeeder({ missingFor: 2 });
    await seeder.run([step('1')], { signal });
    expect(added).toEqual([
      ['payments-scientist', path('1'), { card: { text: '1' } }],
    ]);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('leaves a version alone that was evaluated', async () => {
    const { added, seeder } = createSeeder({
      evaluations: { [path('1')]: [{}] },
    });
    await seeder.run([step('1')], { signal });
    expect(added).toEqual([]);
  });

  it('goes on after one that fails, and says which', async () => {
    const { added, seeder } = createSeeder({ refused: path('1') });
    await seeder.run([step('1'), step('2')], { signal });
    expect(added.map(([, at]) => at)).toEqual([path('2')]);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('fraud-score@1 is missing: Error: It said no'),
    );
  });

  it('gives up on a version that never comes', async () => {
    const { added, seeder } = createSeeder({ missingFor: 99 });
    await seeder.run([step('1')], { signal });
    expect(added).toEqual([]);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('Still not there'),
    );
  });
});
