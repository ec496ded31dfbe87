import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  buildFeature,
  buildFeatureView,
  buildReader,
} from '../__testUtils__/dataBuilders';
import { failing, hanging } from '../__testUtils__/failing';
import { renderCard } from '../__testUtils__/renderCard';
import { AboutFeatureCard } from './AboutFeatureCard';
import { FeatureModelsCard } from './FeatureModelsCard';
import { SiblingFeaturesCard } from './SiblingFeaturesCard';

const VIEW = 'featureview:default/card-velocity';
const view = buildFeatureView(
  {},
  { consumers: ['all', 'names', 'other'].map(name => `model:default/${name}`) },
);
const models = [
  buildReader('all', {
    consumes: [{ view: VIEW, version: '2', mode: 'offline' }],
  }),
  buildReader('names', {
    consumes: [
      {
        view: VIEW,
        fields: ['payments_1h', 'tx_count', 'amount_avg'],
        mode: 'online',
      },
    ],
  }),
  buildReader('other', {
    consumes: [{ view: VIEW, fields: ['amount_avg'], mode: 'online' }],
  }),
];
const entities = [view, ...models];
const payments = buildFeature(view, 'payments_1h');

describe('AboutFeatureCard', () => {
  it('says what the feature is and whose', async () => {
    renderCard(<AboutFeatureCard />, payments, { entities });
    expect(await screen.findByText('int64')).toBeVisible();
    expect(screen.getByText('payments')).toBeVisible();
    expect(screen.getByText('confidential')).toBeVisible();
    expect(screen.getByText('indirect')).toBeVisible();
    expect(await screen.findByText('as the view')).toBeVisible();
    expect(screen.getByRole('link', { name: 'card-velocity' })).toHaveAttribute(
      'href',
      '/catalog/default/featureview/card-velocity',
    );
  });

  it('names the owner of the view where the field has another', async () => {
    const amount = buildFeature(view, 'amount_avg');
    renderCard(<AboutFeatureCard />, amount, { entities });
    expect(
      await screen.findByText(/of its own; the view belongs to/),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'payments-fraud' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'data-platform' })).toBeVisible();
  });

  it('warns of a deprecated feature and leads to the other', async () => {
    const deprecated = buildFeature(view, 'tx_count');
    renderCard(<AboutFeatureCard />, deprecated, { entities });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(/Counted refunds as payments/);
    expect(
      await within(alert).findByRole('link', { name: 'payments_1h' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/feature/card-velocity.payments_1h',
    );
  });

  it('shows which versions of the view are live', async () => {
    renderCard(<AboutFeatureCard />, payments, { entities });
    const versions = await screen.findByRole('list', { name: 'Versions' });
    expect(within(versions).getByText('live')).toBeVisible();
  });

  it('keeps what it knows when the view cannot be read', async () => {
    renderCard(<AboutFeatureCard />, payments, {
      catalog: failing(catalogApiMock(), 'getEntityByRef'),
    });
    expect(
      await screen.findByText('Could not read the feature view'),
    ).toBeVisible();
    expect(screen.getByText('int64')).toBeVisible();
    expect(screen.queryByText('as the view')).not.toBeInTheDocument();
  });
});

describe('FeatureModelsCard', () => {
  it('lists models that name the field or read all', async () => {
    renderCard(<FeatureModelsCard />, payments, { entities });
    expect(await screen.findByText('Models that use it (2)')).toBeVisible();
    const [all, names] = screen.getAllByRole('row').slice(1);
    expect(all).toHaveTextContent('v2 · reads all fields of the view');
    expect(all).toHaveTextContent('Version 2 is deprecated');
    expect(names).toHaveTextContent(
      'no version pinned · names it and 2 other fields',
    );
    // Another field of that model is deprecated, which is no matter here.
    expect(names).not.toHaveTextContent('tx_count is deprecated');
  });

  it('says why no model is there', async () => {
    renderCard(<FeatureModelsCard />, payments, {
      entities: [buildFeatureView()],
    });
    expect(await screen.findByText('No model uses it')).toBeVisible();
  });

  it('says that it is loading', async () => {
    renderCard(<FeatureModelsCard />, payments, {
      catalog: hanging(catalogApiMock({ entities }), 'getEntitiesByRefs'),
    });
    expect(
      await screen.findByText('Loading the models that use it'),
    ).toBeVisible();
  });

  it('says what failed, and reads again', async () => {
    const catalog = catalogApiMock({ entities });
    jest
      .spyOn(catalog, 'getEntityByRef')
      .mockRejectedValueOnce(new Error('The catalog is away'));
    renderCard(<FeatureModelsCard />, payments, { catalog });
    expect(await screen.findByText('The catalog is away')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('link', { name: 'Title of all' }),
    ).toBeVisible();
  });

  it('says that the view is gone', async () => {
    renderCard(<FeatureModelsCard />, payments, { entities: models });
    expect(await screen.findByText(/^The view is gone/)).toBeVisible();
  });
});

describe('SiblingFeaturesCard', () => {
  it('leads to the other features and to the fields of the view', async () => {
    renderCard(<SiblingFeaturesCard />, payments, { entities });
    const list = await screen.findByRole('list', {
      name: 'Other features of the view',
    });
    expect(
      within(list)
        .getAllByRole('link')
        .map(link => link.textContent),
    ).toEqual(['payments_24h', 'amount_avg', 'tx_count']);
    expect(
      screen.getByRole('link', { name: 'All 4 fields of the view' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/featureview/card-velocity/fields',
    );
  });

  it('says that it is alone', async () => {
    const alone = buildFeatureView({ fields: [{ name: 'only' }] });
    renderCard(<SiblingFeaturesCard />, buildFeature(alone, 'only'), {
      entities: [alone],
    });
    expect(
      await screen.findByText('It is the only field of its view.'),
    ).toBeVisible();
  });

  it('says that the view is gone', async () => {
    renderCard(<SiblingFeaturesCard />, payments);
    expect(await screen.findByText(/^The view is gone/)).toBeVisible();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('says what failed', async () => {
    renderCard(<SiblingFeaturesCard />, payments, {
      catalog: failing(catalogApiMock(), 'getEntityByRef'),
    });
    expect(
      await screen.findByText('Could not read the feature view'),
    ).toBeVisible();
  });
});

it('reads the view once for all cards of the page', async () => {
  const catalog = catalogApiMock({ entities });
  const read = jest.spyOn(catalog, 'getEntityByRef');
  renderCard(
    <>
      <AboutFeatureCard />
      <FeatureModelsCard />
      <SiblingFeaturesCard />
    </>,
    { ...payments },
    { catalog },
  );
  expect(await screen.findByText('as the view')).toBeVisible();
  expect(
    await screen.findByRole('link', { name: 'Title of all' }),
  ).toBeVisible();
  expect(read.mock.calls.filter(([ref]) => ref === VIEW)).toHaveLength(1);
});
