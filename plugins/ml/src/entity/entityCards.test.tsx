import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { buildModelEntity } from '../__testUtils__/builders';
import { MemoryMlApi } from '../__testUtils__/MemoryMlApi';
import { renderMl } from '../__testUtils__/renderMl';
import { sampleEntities } from '../__testUtils__/sampleEntities';
import { AboutModelCard } from './AboutModelCard';
import { FindingsCard } from './FindingsCard';
import { InputsCard } from './InputsCard';
import { ModelCardCard } from './ModelCardCard';
import { StewardsCard } from './StewardsCard';
import { UsesCard } from './UsesCard';

const [fraudScore] = sampleEntities;

function render(card: JSX.Element, entity = fraudScore) {
  return renderMl(<EntityProvider entity={entity}>{card}</EntityProvider>, {
    api: new MemoryMlApi(),
  });
}

describe('entity cards of a model', () => {
  it('explains the type and names the home', async () => {
    render(<AboutModelCard />);
    expect(
      await screen.findByText(/classifier: Puts an input into one/),
    ).toBeVisible();
    expect(screen.getByText('eu-prod')).toBeVisible();
    expect(
      screen.getByRole('link', { name: /fraud-score-nightly/ }),
    ).toHaveAttribute('href', 'https://mlflow.example/#/experiments/7');
  });

  it('says what is not stated instead of leaving it out', async () => {
    render(<AboutModelCard />, buildModelEntity());
    expect(await screen.findAllByText('Not stated')).toHaveLength(2);
  });

  it('does not take an unknown tier for a low one', async () => {
    render(<UsesCard />);
    expect(await screen.findByText('tier high or higher')).toBeVisible();
    expect(screen.getByText('tier unknown')).toBeVisible();
  });

  it('says what to do when no use is stated', async () => {
    render(<UsesCard />, buildModelEntity());
    expect(await screen.findByText('No use is stated')).toBeVisible();
    expect(screen.getByText(/Add spec.uses/)).toBeVisible();
  });

  it('names who is missing among the stewards', async () => {
    render(<StewardsCard />);
    expect(await screen.findAllByText('Nobody')).toHaveLength(3);
    expect(screen.getByText('#payments-fraud')).toBeVisible();
  });

  it('says that nobody can be called', async () => {
    render(<StewardsCard />, buildModelEntity());
    expect(await screen.findByText('Nobody is named to call.')).toBeVisible();
  });

  it('says how a feature view is read', async () => {
    render(<InputsCard />);
    expect(await screen.findByText(/@3 · online · 2 fields/)).toBeVisible();
    expect(screen.getByText('Trained on')).toBeVisible();
  });

  it('lists findings with where they are', async () => {
    render(<FindingsCard />);
    expect(await screen.findByText('Findings (1)')).toBeVisible();
    expect(screen.getByText('spec.uses[1].riskTier')).toBeVisible();
  });

  it('says that there are no findings', async () => {
    render(<FindingsCard />, buildModelEntity());
    expect(await screen.findByText('No findings')).toBeVisible();
  });

  it('renders the model card as Markdown', async () => {
    render(<ModelCardCard />);
    expect(await screen.findByText('90 days')).toContainHTML(
      '<strong>90 days</strong>',
    );
  });
});
