import { Entity } from '@backstage/catalog-model';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { FINDING_STATUS_TYPE } from '@understudy/plugin-ml-common';
import { buildModelEntity } from '../__testUtils__/builders';
import { buildDataset } from '../__testUtils__/dataBuilders';
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

function render(card: JSX.Element, entity: Entity = fraudScore) {
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
    const version = await screen.findByRole('link', { name: 'v3' });
    expect(version).toHaveAttribute(
      'href',
      '/ml/feature-views/default/card-velocity/versions/3',
    );
    expect(version.closest('li')).toHaveTextContent(/v3 · online · 2 fields/);
    expect(screen.getByText('Trained on')).toBeVisible();
  });

  it('says of each way in which a feature view is read', async () => {
    const view = 'featureview:default/card-velocity';
    render(<InputsCard />, {
      ...buildModelEntity({
        consumes: [
          { view, version: '2', fields: ['payments_1h'], mode: 'offline' },
          { view, version: '3', mode: 'online' },
        ],
      }),
      relations: [{ type: 'consumesFeature', targetRef: view }],
    });
    const version = await screen.findByRole('link', { name: 'v2' });
    expect(version.closest('li')).toHaveTextContent(
      /v2 · offline · 1 field; v3 · online · all fields/,
    );
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

  it('leads from an imported Model without an owner to its record', async () => {
    const imported = buildModelEntity({ owner: undefined });
    imported.metadata.annotations = {
      'understudy.dev/imported-by': 'MlflowEntityProvider:eu-prod',
      'understudy.dev/registry-server': 'eu-prod',
      'understudy.dev/registry-name': 'Fraud Score (EU)',
    };
    render(<FindingsCard />, imported);
    expect(
      await screen.findByRole('link', { name: 'Claim it in the intake' }),
    ).toHaveAttribute(
      'href',
      '/ml/intake?server=eu-prod&text=Fraud+Score+%28EU%29',
    );
  });

  it('leaves a Model without an owner that a team writes to its team', async () => {
    render(<FindingsCard />, buildModelEntity({ owner: undefined }));
    expect(await screen.findByText('No findings')).toBeVisible();
    expect(
      screen.queryByRole('link', { name: 'Claim it in the intake' }),
    ).not.toBeInTheDocument();
  });

  it('lists the findings of other kinds too', async () => {
    const dataset: Entity & { status: { items: object[] } } = {
      ...buildDataset(),
      status: {
        items: [
          {
            type: FINDING_STATUS_TYPE,
            id: 'no-owner',
            level: 'warning',
            path: 'spec.owner',
            message: 'Nobody owns it.',
          },
        ],
      },
    };
    render(<FindingsCard />, dataset);
    expect(await screen.findByText('Nobody owns it.')).toBeVisible();
  });

  it('calls the card of other kinds by another name', async () => {
    render(<ModelCardCard />, buildDataset({ card: 'Read **this** first.' }));
    expect(await screen.findByText('Card')).toBeVisible();
    expect(screen.getByText('this')).toBeVisible();
  });

  it('renders the model card as Markdown', async () => {
    render(<ModelCardCard />);
    expect(await screen.findByText('90 days')).toContainHTML(
      '<strong>90 days</strong>',
    );
  });
});
