import { toEntityNames } from '@understudy/plugin-ml-common';
import { FakeVersionSource } from '../../__testUtils__/FakeVersionSource';
import { DirectoryModel } from '../../models/readModelDirectory';
import { createRecordBinder } from './createRecordBinder';

const [, SUFFIXED] = toEntityNames(['Fraud', 'fraud']);
const PLAIN = 'model:default/fraud';

describe('createRecordBinder', () => {
  /** The Models of records, in the order in which a read lists them. */
  function bind(
    names: string[],
    options: { models?: Partial<DirectoryModel>[]; knownNames?: string[] } = {},
  ) {
    const models = (options.models ?? []).map((model, index) => ({
      ref: `model:default/m${index}`,
      previousRefs: [],
      type: 'unknown',
      home: 'eu',
      registries: [],
      ...model,
    }));
    const binder = createRecordBinder(new FakeVersionSource(), {
      models: new Map(models.map(model => [model.ref, model])),
      decided: { bound: new Map(), ignored: new Set() },
      knownNames: options.knownNames ?? [],
    });
    return names.map(
      name => binder({ name, kind: 'model', tags: [], aliases: [] })?.entityRef,
    );
  }

  describe('names that differ in case only', () => {
    it('are kept apart before an importer has made their Models', () => {
      expect(bind(['Fraud', 'fraud'])).toEqual([
        PLAIN,
        `model:default/${SUFFIXED}`,
      ]);
    });

    it('keep to who was there before', () => {
      expect(bind(['Fraud', 'fraud'], { knownNames: ['fraud'] })).toEqual([
        expect.stringMatching(/^model:default\/fraud-[0-9a-f]{8}$/),
        PLAIN,
      ]);
    });

    it('keep to what an importer called them', () => {
      const imported = {
        name: 'fraud',
        record: { server: 'eu', name: 'fraud' },
      };
      expect(
        bind(['Fraud', 'fraud'], {
          models: [{ ref: PLAIN, imported }],
          knownNames: ['Fraud', 'fraud'],
        }),
      ).toEqual([expect.stringMatching(/fraud-[0-9a-f]{8}$/), PLAIN]);
    });

    it('do not mind the records of other servers', () => {
      const imported = {
        name: 'fraud',
        record: { server: 'us', name: 'fraud' },
      };
      expect(bind(['Fraud'], { models: [{ ref: PLAIN, imported }] })).toEqual([
        PLAIN,
      ]);
    });

    it('count those too that a Model declares', () => {
      expect(
        bind(['Fraud', 'fraud'], {
          models: [
            {
              ref: 'model:default/card-fraud',
              registries: [{ server: 'eu', name: 'Fraud' }],
            },
          ],
        }),
      ).toEqual(['model:default/card-fraud', `model:default/${SUFFIXED}`]);
    });
  });
});
