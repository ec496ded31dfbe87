import { evidenceCommand } from './evidenceCommand';

describe('evidenceCommand', () => {
  it('names the version, whatever its label holds', () => {
    expect(
      evidenceCommand('https://portal.example/api/ml', {
        model: 'model:risk/fraud-score',
        label: 'eu-prod:12',
      }),
    ).toMatch(
      /^curl -X POST https:\/\/portal\.example\/api\/ml\/models\/risk\/fraud-score\/versions\/eu-prod%3A12\/evidence \\\n/,
    );
  });
});
