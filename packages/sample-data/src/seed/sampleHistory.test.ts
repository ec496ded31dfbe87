import { sampleRecords } from '../records/sampleRecords';
import { sampleHistory } from './sampleHistory';

describe('sampleHistory', () => {
  it('lets nobody approve what they asked for', () => {
    expect(
      sampleHistory.filter(({ requester, approver }) => requester === approver),
    ).toEqual([]);
  });

  it('promotes each version once per target', () => {
    const keys = sampleHistory.map(
      ({ model, version, segment }) => `${model}@${version} ${segment}`,
    );

    expect(new Set(keys).size).toBe(keys.length);
  });

  it('names only versions that a registry has', () => {
    const missing = sampleHistory.filter(({ model, version }) => {
      const name = model.replace('model:default/', '').replaceAll('-', '_');
      const record = sampleRecords.find(r => r.name === name);
      return !record || Number(version) > record.versions;
    });

    expect(missing).toEqual([]);
  });

  it('leaves something to roll back and something to promote', () => {
    const versions = sampleHistory
      .filter(
        ({ model, segment }) =>
          model === 'model:default/fraud-score' && segment === '*',
      )
      .map(({ version }) => version);

    expect(versions).toEqual(['40', '41', '42']);
  });
});
