import { mockServices } from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ContractRefresh } from './ContractRefresh';

function model(name: string, contract = 'one'): Entity {
  return {
    apiVersion: 'understudy.dev/v1alpha1',
    kind: 'Model',
    // As some providers set it: it stands for the file, not for what it includes.
    metadata: { name, etag: 'always the same' },
    spec: { contract },
  };
}

/** Of every entity it is seen what it says; `world` can change that. */
function start(first: Entity[]) {
  const world = { entities: first, seen: 'said' };
  const read = jest.fn(
    async (entity: Entity, _known?: ReadonlyMap<string, string>) => {
      if (entity.metadata.name === 'wrong') {
        throw new Error('cannot be read');
      }
      return new Map([['declared:/spec/contract', 'said']]);
    },
  );
  const observed = jest.fn(async () => {});
  const instance = new ContractRefresh({
    auth: mockServices.auth(),
    catalog: {
      ...catalogServiceMock(),
      streamEntities: (...args) =>
        catalogServiceMock({ entities: world.entities }).streamEntities(
          ...args,
        ),
    },
    logger: mockServices.logger.mock(),
    observed: { read: observed },
    sightings: {
      readDigests: async (ids: readonly string[]) =>
        new Map(
          ids.map(id => [
            id,
            new Map([['declared:/spec/contract', world.seen]]),
          ]),
        ),
    },
    source: { read },
    subjects: {
      findByRefs: async (refs: readonly string[]) =>
        new Map(refs.map(ref => [ref, { id: ref, ref, previousRefs: [] }])),
    },
  });
  const names = () =>
    read.mock.calls.map(([entity]) => stringifyEntityRef(entity));
  return { names, observed, read, refresh: () => instance.run(), world };
}

describe('ContractRefresh', () => {
  it('works out once what an entity says, as long as the catalog says the same', async () => {
    const { names, observed, read, refresh, world } = start([
      model('a'),
      model('b'),
    ]);
    await refresh();
    expect(names()).toEqual(['model:default/a', 'model:default/b']);
    read.mockClear();
    await refresh();
    expect(read).not.toHaveBeenCalled();
    // What lineage observed is looked at in any case.
    expect(observed).toHaveBeenCalledTimes(2);
    world.entities = [model('a', 'two'), model('b'), model('c')];
    await refresh();
    expect(names()).toEqual(['model:default/a', 'model:default/c']);
  });

  it('reads an entity again of which something else was seen', async () => {
    const { names, read, refresh, world } = start([model('a')]);
    await refresh();
    read.mockClear();
    world.seen = 'something else';
    await refresh();
    expect(names()).toEqual(['model:default/a']);
    expect(read.mock.calls[0][1]?.get('declared:/spec/contract')).toBe(
      'something else',
    );
  });

  it('reads again what could not be read', async () => {
    const { names, read, refresh } = start([model('wrong'), model('right')]);
    await refresh();
    read.mockClear();
    await refresh();
    expect(names()).toEqual(['model:default/wrong']);
  });
});
