import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { cardCompleteness } from './cardCompleteness';
import { cardFacts } from './cardFacts';
import { formatModelCard } from './formatModelCard';
import { modelIndexEvaluations } from './modelIndexEvaluations';
import { parseModelCard } from './parseModelCard';

const folder = resolve(__dirname, '../../../../../shared/samples/model-cards');
const hasSamples = existsSync(folder);
if (!hasSamples) {
  // eslint-disable-next-line no-console
  console.info(`Skipped: the samples of model cards are not in ${folder}`);
}
const describeSamples = hasSamples ? describe : describe.skip;

const read = (name: string) =>
  readFileSync(resolve(folder, `sample_${name}.md`), 'utf8');
const evaluatedAt = '2026-11-01T10:00:00.000Z';

describeSamples('cards of Hugging Face', () => {
  it.each([
    'invalid_model_index',
    'no_metadata',
    'simple',
    'simple_model_index',
  ])('gives %s again', name => {
    const text = read(name);
    const card = parseModelCard(text);
    expect(formatModelCard(card)).toBe(text);
    const changed = formatModelCard({
      ...card,
      metadata: { ...card.metadata, license: 'apache-2.0' },
    });
    expect(parseModelCard(changed)).toMatchObject({
      metadata: { ...card.metadata, license: 'apache-2.0' },
      body: card.body,
      problems: card.problems,
    });
  });

  it('reads metadata with a single language and with a list', () => {
    for (const name of ['simple', 'simple_model_index']) {
      const card = parseModelCard(read(name));
      expect(card.problems).toEqual([]);
      expect(cardFacts(card.metadata)).toMatchObject({
        license: 'mit',
        languages: ['en'],
        tags: ['pytorch', 'image-classification'],
        datasets: ['beans'],
      });
    }
  });

  it('reads the results of each configuration', () => {
    const card = parseModelCard(read('simple_model_index'));
    expect(modelIndexEvaluations(card, { evaluatedAt })).toEqual({
      problems: [],
      evaluations: [
        {
          dataset: 'beans',
          metrics: [{ name: 'accuracy', value: 0.9 }],
          evaluatedAt,
        },
        {
          dataset: 'beans/default@5503434ddd753f426f4b38109466949a1217c2bb',
          split: 'test',
          metrics: [{ name: 'f1', value: 0.66 }],
          evaluatedAt,
        },
      ],
    });
  });

  it('keeps a model-index that lacks a dataset, and says so', () => {
    const card = parseModelCard(read('invalid_model_index'));
    expect(card.metadata['model-index']).toHaveLength(1);
    expect(card.problems).toEqual([
      {
        path: 'model-index/0/results/0/dataset',
        message: 'This is missing, and without it the result is not read.',
      },
    ]);
    expect(modelIndexEvaluations(card, { evaluatedAt }).evaluations).toEqual(
      [],
    );
  });

  it('finds a card without metadata and most sections incomplete', () => {
    const card = parseModelCard(read('no_metadata'));
    expect(card).toMatchObject({ header: '', metadata: {}, problems: [] });
    expect(card.sections.map(({ id }) => id)).toEqual(['purpose']);
    const { percent, missing } = cardCompleteness(card, {
      riskTier: 'minimal',
    });
    expect(percent).toBe(0);
    expect(missing.map(({ section }) => section)).toEqual([
      ...['purpose', 'intendedUsers', 'outOfScope'],
    ]);
  });
});
