import { MlflowLinks } from './MlflowLinks';

describe('MlflowLinks', () => {
  const links = new MlflowLinks({ uiUrl: 'https://mlflow.example.com/team' });

  it('leads to the pages of MLflow', () => {
    const at = 'https://mlflow.example.com/team/#';
    expect(links.model('Fraud (EU)')).toBe(`${at}/models/Fraud%20(EU)`);
    expect(links.prompt('answer')).toBe(`${at}/prompts/answer`);
    expect(links.version('a&b', '3')).toBe(`${at}/models/a%26b/versions/3`);
    expect(links.run('1', 'r2')).toBe(`${at}/experiments/1/runs/r2`);
    expect(links.experiment('1')).toBe(`${at}/experiments/1`);
    expect(links.loggedModel('1', 'm-2')).toBe(
      `${at}/experiments/1/models/m-2`,
    );
  });

  it('stays in the workspace', () => {
    const ofTeam = new MlflowLinks({
      uiUrl: 'https://mlflow.example.com',
      workspace: 'team-fraud',
    });
    expect(ofTeam.version('fraud', '3')).toBe(
      'https://mlflow.example.com/#/models/fraud/versions/3?workspace=team-fraud',
    );
  });
});
