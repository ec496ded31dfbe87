import { generateVersion } from '../generate/generateVersion';
import { sampleRecords } from '../records/sampleRecords';
import { evidenceDefinitions } from './evidenceDefinitions';
import { generateEvidence } from './generateEvidence';
import { sampleEvidence } from './sampleEvidence';

const [definition] = evidenceDefinitions;

describe('sampleEvidence', () => {
  const steps = sampleEvidence(evidenceDefinitions, sampleRecords);

  it('says of whole datasets what the version says', () => {
    const [record] = sampleRecords.filter(({ name }) => name === 'fraud_score');
    const version = generateVersion(record, 44);
    const { evaluations = [] } = generateEvidence(definition, version);
    const numbers = evaluations.flatMap(({ dataset, split, metrics }) =>
      metrics.map(({ name, value }) => [dataset, split, name, value]),
    );
    expect(numbers.sort()).toEqual(
      version.metrics
        .filter(({ dataset }) => dataset)
        .map(({ dataset, split, rawName, value }) => [
          dataset,
          split,
          rawName,
          value,
        ])
        .sort(),
    );
  });

  it('gives the same evidence every time', () => {
    expect(sampleEvidence(evidenceDefinitions, sampleRecords)).toEqual(steps);
  });

  it('has slices and intervals on every model', () => {
    for (const { model, addition } of steps) {
      const metrics = (addition.evaluations ?? []).flatMap(evaluation => [
        ...evaluation.metrics,
        ...(evaluation.slices ?? []).flatMap(slice => slice.metrics),
      ]);
      expect([model, metrics.length > 4]).toEqual([model, true]);
      expect(
        metrics.filter(
          ({ value, ci: [low, high] = [1, 0] }) => low > value || value > high,
        ),
      ).toEqual([]);
    }
  });

  it('knows no record that is not there', () => {
    expect(() => sampleEvidence(evidenceDefinitions, [])).toThrow(
      "No sample record 'fraud_score'",
    );
  });
});
