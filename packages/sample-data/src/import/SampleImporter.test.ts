import { mockServices } from '@backstage/backend-test-utils';
import { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import { KeptIntakeDecision } from '@understudy/plugin-ml-common';
import { sampleRecords } from '../records/sampleRecords';
import { sampleServers } from '../registry/sampleServers';
import { SampleImporter } from './SampleImporter';

const ignoreTest: KeptIntakeDecision = {
  record: { server: 'research', name: 'test' },
  decision: { action: 'ignore', reason: 'Says it all' },
  decidedBy: 'user:default/platform-engineer',
  decidedAt: '2026-11-23T09:00:00.000Z',
};

describe('SampleImporter', () => {
  const { signal } = new AbortController();
  const list = jest.fn<Promise<KeptIntakeDecision[]>, []>();
  const logger = mockServices.logger.mock();
  let mutations: EntityProviderMutation[];

  beforeEach(() => {
    jest.resetAllMocks();
    list.mockResolvedValue([]);
    mutations = [];
  });

  const connection = {
    applyMutation: async (mutation: EntityProviderMutation) => {
      mutations.push(mutation);
    },
    refresh: async () => {},
  };

  function createImporter() {
    const server = sampleServers.find(({ id }) => id === 'research');
    if (!server) {
      throw new Error('There is no server research');
    }
    return SampleImporter.create({
      server,
      records: sampleRecords,
      decisions: { list },
      logger,
      readCatalog: async () => ({ models: new Map(), groups: new Set() }),
    });
  }

  function names(mutation: EntityProviderMutation | undefined) {
    if (mutation?.type !== 'full') {
      throw new Error('There was no full mutation');
    }
    return mutation.entities.map(({ entity }) => entity.metadata.name);
  }

  it('gives the catalog nothing while nothing changes', async () => {
    const importer = createImporter();
    await importer.run({ connection, signal });
    await importer.run({ connection, signal });

    expect(mutations).toHaveLength(1);
    expect(names(mutations[0])).toHaveLength(18);
  });

  it('leaves everything as it is when decisions cannot be read', async () => {
    list.mockResolvedValueOnce([ignoreTest]);
    const importer = createImporter();
    await importer.run({ connection, signal });
    list.mockRejectedValueOnce(new Error('The ml backend is broken'));
    await importer.run({ connection, signal });

    expect(mutations).toHaveLength(1);
    expect(names(mutations[0])).not.toContain('test');
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('The ml backend is broken'),
    );
  });

  it('runs once more when it is told to while it runs', async () => {
    const importer = createImporter();
    let again: Promise<void> | undefined;
    list.mockImplementationOnce(async () => {
      list.mockResolvedValue([ignoreTest]);
      again = importer.run({ connection, signal });
      return [];
    });
    await importer.run({ connection, signal });
    await again;

    expect(mutations.map(mutation => names(mutation).includes('test'))).toEqual(
      [true, false],
    );
  });

  it('stops without a word when the portal shuts down', async () => {
    const controller = new AbortController();
    list.mockImplementationOnce(async () => {
      controller.abort();
      throw new Error('The socket is closed');
    });
    await createImporter().run({ connection, signal: controller.signal });

    expect(mutations).toEqual([]);
    expect(logger.warn).not.toHaveBeenCalled();
  });
});
