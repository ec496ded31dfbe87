import { generateVersions } from '../generate/generateVersion';
import { sampleRecords } from './sampleRecords';

const record = (server: string, name: string) => {
  const found = sampleRecords.find(r => r.server === server && r.name === name);
  if (!found) {
    throw new Error(`No record ${name} on ${server}`);
  }
  return found;
};

describe('sampleRecords', () => {
  it('names every record of a server once', () => {
    const keys = sampleRecords.map(r => `${r.server}/${r.name}`);

    expect(new Set(keys).size).toBe(keys.length);
  });

  it('holds what piles up where everybody may register', () => {
    const undescribed = sampleRecords.filter(
      r => r.server === 'research' && r.undescribed,
    );
    const lowerCase = undescribed.map(({ name }) => name.toLowerCase());

    expect(undescribed).toHaveLength(18);
    expect(undescribed.filter(({ versions }) => versions > 5)).toEqual([]);
    expect(lowerCase.length - new Set(lowerCase).size).toBe(1);
  });

  it('holds a nightly model with 300 versions', () => {
    const versions = generateVersions(record('eu-prod', 'delivery_eta'));

    expect(versions).toHaveLength(300);
    expect(versions[299].createdAt.slice(0, 10)).toBe('2026-11-20');
    expect(versions[0].createdAt.slice(0, 10)).toBe('2026-01-25');
  });

  it('points aliases only at versions that exist', () => {
    for (const { name, aliases, versions } of sampleRecords) {
      for (const { alias, version } of aliases) {
        const where = `${name} ${alias}`;
        expect([where, Number(version) >= 1]).toEqual([where, true]);
        expect([where, Number(version) <= versions]).toEqual([where, true]);
      }
    }
  });

  it('has exceptions and notes only for versions that exist', () => {
    for (const { name, metrics, notes = [], versions } of sampleRecords) {
      const mentioned = [
        ...notes,
        ...metrics.flatMap(metric => metric.exceptions ?? []),
      ].map(({ version }) => version);
      expect([name, mentioned.filter(v => v < 1 || v > versions)]).toEqual([
        name,
        [],
      ]);
    }
  });

  it('keeps shares and scores between 0 and 1', () => {
    const names = /auc|share|ndcg|recall|precision|accuracy|f1|mrr|wape/;
    for (const definition of sampleRecords) {
      const values = generateVersions(definition)
        .flatMap(({ metrics }) => metrics)
        .filter(({ rawName }) => names.test(rawName))
        .map(({ value }) => value);
      expect(values.filter(value => value <= 0 || value >= 1)).toEqual([]);
    }
  });

  it('has a candidate that may go to production and one that may not', () => {
    const aucOf = (number: number) =>
      generateVersions(record('eu-prod', 'fraud_score'))[
        number - 1
      ].metrics.find(m => m.rawName === 'roc_auc' && m.split === 'test')?.value;

    expect(aucOf(43)).toBeLessThan(0.9);
    expect(aucOf(44)).toBeGreaterThan(0.9);
  });

  it('holds a model that nobody has evaluated', () => {
    const splits = record('us-prod', 'basket_recommender').metrics.map(
      ({ split }) => split,
    );

    expect(splits).toEqual(['train']);
  });
});
