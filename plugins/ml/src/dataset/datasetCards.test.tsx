import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, within } from '@testing-library/react';
import {
  buildDataset,
  buildReader,
  fullDataset,
} from '../__testUtils__/dataBuilders';
import { failing, hanging } from '../__testUtils__/failing';
import { renderCard } from '../__testUtils__/renderCard';
import { DataLineageCard } from '../entity/DataLineageCard';
import { AboutDatasetCard } from './AboutDatasetCard';
import { DatasetModelsCard } from './DatasetModelsCard';
import { QualityCard } from './QualityCard';

describe('AboutDatasetCard', () => {
  it('says what the data are and the rules they are kept under', async () => {
    renderCard(<AboutDatasetCard />, buildDataset(fullDataset));
    expect(
      await screen.findByText('table: Rows and columns in a database or lake.'),
    ).toBeVisible();
    expect(
      screen.getByText('2 years: Rules of the card schemes'),
    ).toBeVisible();
    expect(screen.getByText('eu-central-1, us-east-1')).toBeVisible();
    expect(screen.getByText('payment, fraud-prevention')).toBeVisible();
    expect(screen.getByText('proprietary')).toBeVisible();
    expect(screen.getByText('indirect')).toBeVisible();
    expect(screen.getByText('location')).toBeVisible();
    expect(screen.getByText('1 field not looked at')).toBeVisible();
  });

  it('says what is not stated instead of leaving it out', async () => {
    renderCard(<AboutDatasetCard />, buildDataset({ type: 'own-word' }));
    expect(await screen.findByText('own-word')).toBeVisible();
    expect(screen.getAllByText('Not stated')).toHaveLength(5);
    expect(screen.getByText('not stated')).toBeVisible();
  });

  it('does not take fields nobody looked at for harmless ones', async () => {
    renderCard(
      <AboutDatasetCard />,
      buildDataset({ fields: [{ name: 'a' }, { name: 'b' }] }),
    );
    expect(await screen.findByText('2 fields not looked at')).toBeVisible();
    expect(screen.getByText('not stated')).toBeVisible();
  });
});

describe('QualityCard', () => {
  it('lists what must hold, and of what', async () => {
    renderCard(<QualityCard />, buildDataset(fullDataset));
    const [first, second] = (await screen.findAllByRole('row')).slice(1);
    expect(first).toHaveTextContent(
      'CompletenessNo row without an amountamount_avg',
    );
    expect(second).toHaveTextContent(
      'FreshnessAt most 5 min oldthe whole dataset',
    );
  });

  it('says what to do when nothing is expected', async () => {
    renderCard(<QualityCard />, buildDataset());
    expect(await screen.findByText('Nothing is expected of it')).toBeVisible();
    expect(screen.getByText(/Add spec.quality/)).toBeVisible();
  });
});

describe('DatasetModelsCard', () => {
  const dataset = buildDataset({}, [
    { type: 'trainingDataFor', targetRef: 'model:default/alpha' },
    { type: 'evaluationDataFor', targetRef: 'model:default/alpha' },
    { type: 'evaluationDataFor', targetRef: 'model:default/beta' },
  ]);
  const ref = 'dataset:default/card-transactions';
  const alpha = buildReader('alpha', {
    trainedOn: [`${ref}@7`],
    evaluatedOn: [ref],
  });
  const beta = buildReader('beta', { evaluatedOn: [ref] });

  it('tells training from evaluation, with the version', async () => {
    renderCard(<DatasetModelsCard />, dataset, { entities: [alpha, beta] });
    expect(
      await screen.findByText('Models trained or measured with it (2)'),
    ).toBeVisible();
    await screen.findAllByRole('link', { name: 'Title of alpha' });
    const [training, evaluation, other] = screen.getAllByRole('row').slice(1);
    expect(within(training).getByText('training')).toBeVisible();
    expect(within(training).getByText('v7')).toBeVisible();
    expect(within(evaluation).getByText('evaluation')).toBeVisible();
    expect(
      within(other).getByRole('link', { name: 'Title of beta' }),
    ).toBeVisible();
  });

  it('says why no model is there', async () => {
    renderCard(<DatasetModelsCard />, buildDataset());
    expect(await screen.findByText('No model names it')).toBeVisible();
    expect(screen.getByText(/spec.trainedOn/)).toBeVisible();
  });

  it('says that it is loading', async () => {
    renderCard(<DatasetModelsCard />, dataset, {
      catalog: hanging(catalogApiMock(), 'getEntitiesByRefs'),
    });
    expect(
      await screen.findByText('Loading the models that use it'),
    ).toBeVisible();
  });

  it('says what failed', async () => {
    renderCard(<DatasetModelsCard />, dataset, {
      catalog: failing(catalogApiMock(), 'getEntitiesByRefs'),
    });
    expect(
      await screen.findByText('Could not read the models that use it'),
    ).toBeVisible();
  });

  it('does not hide that models cannot be seen', async () => {
    renderCard(<DatasetModelsCard />, dataset, { entities: [] });
    expect(
      await screen.findByText('2 more that are gone or that you may not see.'),
    ).toBeVisible();
  });
});

describe('DataLineageCard', () => {
  it('says what the data come from and go to', async () => {
    renderCard(
      <DataLineageCard />,
      buildDataset({}, [
        { type: 'derivedFrom', targetRef: 'dataset:default/events' },
        { type: 'producedBy', targetRef: 'component:default/ingest' },
        { type: 'sourceOf', targetRef: 'featureview:default/card-velocity' },
      ]),
    );
    const link = async (list: string) =>
      within(await screen.findByRole('list', { name: list })).getByRole('link');
    expect(await link('Derived from')).toHaveTextContent('events');
    expect(await link('Written by')).toHaveTextContent('ingest');
    expect(await link('Source of')).toHaveTextContent('card-velocity');
  });

  it('says that nothing is stated', async () => {
    renderCard(<DataLineageCard />, buildDataset());
    expect(await screen.findAllByText('Nothing is stated.')).toHaveLength(2);
  });

  it('shows the first of many, the others on request', async () => {
    renderCard(
      <DataLineageCard />,
      buildDataset(
        {},
        Array.from({ length: 15 }, (_, i) => ({
          type: 'sourceOf',
          targetRef: `dataset:default/d${i}`,
        })),
      ),
    );
    expect(await screen.findAllByRole('link')).toHaveLength(12);
    expect(
      screen.getByRole('button', { name: 'Show 3 more: Source of' }),
    ).toBeVisible();
  });
});
