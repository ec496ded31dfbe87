import { databases, migratedDatabase } from '../__testUtils__/migratedDatabase';
import { modelEntity } from '../__testUtils__/modelEntity';
import { importedModel } from '../intake/__testUtils__/intakeEntities';
import { DatabaseModelIndex } from './DatabaseModelIndex';
import { toIndexEntry } from './ModelIndexRefresh';

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('DatabaseModelIndex on %s', id => {
  it('finds namesakes, those that somebody owns first', async () => {
    const index = DatabaseModelIndex.create({
      knex: await migratedDatabase(id),
    });
    await index.put(
      [
        importedModel('fraud'),
        importedModel('fraud-v2'),
        modelEntity('Fraud_test'),
        // The catalog could not take its name; what counts is the record's.
        importedModel('churn-1-5c3d2f1a', { record: 'Churn (1)' }),
        modelEntity('ranking'),
      ].map(entity => toIndexEntry(entity, [])),
    );
    expect(await index.findByMatchNames(['fraud', 'churn'], 2)).toEqual([
      { ref: 'model:default/churn-1-5c3d2f1a', match_name: 'churn' },
      { ref: 'model:default/fraud_test', match_name: 'fraud' },
      { ref: 'model:default/fraud', match_name: 'fraud' },
    ]);
    expect(await index.findByMatchNames([], 2)).toEqual([]);
  });
});
