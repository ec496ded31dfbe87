import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { daysAgo } from '../__testUtils__/builders';
import { buildFeatureView, buildReader } from '../__testUtils__/dataBuilders';
import { failing, hanging } from '../__testUtils__/failing';
import { renderCard } from '../__testUtils__/renderCard';
import { AboutFeatureViewCard } from './AboutFeatureViewCard';
import { ViewConsumersCard } from './ViewConsumersCard';

const VIEW = 'featureview:default/card-velocity';

describe('AboutFeatureViewCard', () => {
  it('says in words how the view is computed and how fresh it is', async () => {
    renderCard(<AboutFeatureViewCard />, buildFeatureView());
    expect(
      await screen.findByText('stream: Computed from events as they come'),
    ).toBeVisible();
    expect(screen.getByText('at most 1 minute old')).toBeVisible();
    expect(screen.getByText('30 days after it was computed')).toBeVisible();
  });

  it('does not call what is computed on request zero seconds old', async () => {
    renderCard(
      <AboutFeatureViewCard />,
      buildFeatureView({ type: 'on-demand', freshness: 'PT0S' }),
    );
    expect(await screen.findByText('computed anew each time')).toBeVisible();
  });

  it('lists join keys and versions with their state', async () => {
    renderCard(<AboutFeatureViewCard />, buildFeatureView());
    const keys = await screen.findByRole('list', { name: 'Looked up by' });
    expect(within(keys).getByText('card_token')).toBeVisible();
    const versions = screen.getByRole('list', { name: 'Versions' });
    const [v2, v3] = within(versions).getAllByRole('listitem');
    expect(v2).toHaveTextContent(
      'v2 deprecated for 12 d, switched off in 69 d',
    );
    expect(v3).toHaveTextContent('v3 live for 203 d');
  });

  it('says what is not stated', async () => {
    renderCard(
      <AboutFeatureViewCard />,
      buildFeatureView({ joinKeys: undefined, versions: undefined }),
    );
    expect(await screen.findByText('Not stated')).toBeVisible();
    expect(screen.getByText('None are stated')).toBeVisible();
  });
});

describe('ViewConsumersCard', () => {
  const view = buildFeatureView(
    {},
    { consumers: ['model:default/alpha', 'model:default/beta'] },
  );
  const alpha = buildReader('alpha', {
    consumes: [
      { view: VIEW, version: '2', fields: ['tx_count'], mode: 'offline' },
      { view: VIEW, version: '3', mode: 'online' },
    ],
    uses: [{ id: 'a', purpose: 'b', riskTier: 'high' }],
  });
  const beta = buildReader('beta', {
    consumes: [{ view: VIEW, mode: 'both' }],
  });

  it('says how each model reads the view', async () => {
    renderCard(<ViewConsumersCard />, view, { entities: [alpha, beta] });
    expect(await screen.findByText('Models that read it (2)')).toBeVisible();
    await screen.findAllByRole('link', { name: 'Title of alpha' });
    const [first, second, third] = screen.getAllByRole('row').slice(1);
    expect(first).toHaveTextContent('v2 · 1 fieldtx_count');
    expect(within(first).getByText('offline')).toBeVisible();
    expect(within(first).getByText('tier high')).toBeVisible();
    expect(second).toHaveTextContent('v3 · all fields');
    expect(third).toHaveTextContent('no version pinned · all fields');
    expect(within(third).getByText('online and offline')).toBeVisible();
  });

  it('warns of what will not last', async () => {
    renderCard(<ViewConsumersCard />, view, { entities: [alpha, beta] });
    expect(
      await screen.findByText(/^Version 2 is deprecated, switched off/),
    ).toBeVisible();
    expect(screen.getByText('tx_count is deprecated')).toBeVisible();
    expect(screen.getAllByTitle('Warning')).toHaveLength(2);
  });

  it('shows the models a page at a time', async () => {
    const models = Array.from({ length: 12 }, (_, i) =>
      buildReader(`m${String(i).padStart(2, '0')}`),
    );
    const wide = buildFeatureView(
      {},
      { consumers: models.map(m => `model:default/${m.metadata.name}`) },
    );
    renderCard(<ViewConsumersCard />, wide, { entities: models });
    expect(
      await screen.findByRole('link', { name: 'Title of m09' }),
    ).toBeVisible();
    expect(screen.queryByText('Title of m10')).not.toBeInTheDocument();
    expect(screen.getByText('1 to 10 of 12')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(screen.getByRole('link', { name: 'Title of m11' })).toBeVisible();
    expect(screen.queryByText('Title of m09')).not.toBeInTheDocument();
  });

  it('says how many were not read, and where they are', async () => {
    const models = Array.from({ length: 201 }, (_, i) => buildReader(`m${i}`));
    const wide = buildFeatureView(
      {},
      { consumers: models.map(m => `model:default/${m.metadata.name}`) },
    );
    renderCard(<ViewConsumersCard />, wide, { entities: models });
    expect(
      await screen.findByText(/Shown are 200 of 201 models/),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'All models in the catalog' }),
    ).toHaveAttribute('href', '/catalog?filters[kind]=model');
  });

  it('says that it is loading', async () => {
    renderCard(<ViewConsumersCard />, view, {
      catalog: hanging(catalogApiMock(), 'getEntitiesByRefs'),
    });
    expect(
      await screen.findByText('Loading the models that use it'),
    ).toBeVisible();
  });

  it('says why no model is there', async () => {
    renderCard(<ViewConsumersCard />, buildFeatureView());
    expect(await screen.findByText('No model reads it')).toBeVisible();
    expect(screen.getByText(/spec.consumes/)).toBeVisible();
  });

  it('says what failed, and reads again', async () => {
    const catalog = catalogApiMock({ entities: [alpha, beta] });
    const answer = jest
      .spyOn(catalog, 'getEntitiesByRefs')
      .mockRejectedValueOnce(new Error('The catalog is away'));
    renderCard(<ViewConsumersCard />, view, { catalog });
    expect(await screen.findByText('The catalog is away')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      (await screen.findAllByRole('link', { name: 'Title of alpha' }))[0],
    ).toBeVisible();
    expect(answer.mock.calls.length).toBeGreaterThan(1);
  });

  it('does not hide that models cannot be seen', async () => {
    renderCard(<ViewConsumersCard />, view, { entities: [beta] });
    expect(
      await screen.findByText('1 more that is gone or that you may not see.'),
    ).toBeVisible();
  });

  it('keeps a version that is over in the past', async () => {
    const retired = buildFeatureView(
      {
        versions: [{ label: '2', state: 'retired', until: daysAgo(3) }],
      },
      { consumers: ['model:default/alpha'] },
    );
    renderCard(<ViewConsumersCard />, retired, { entities: [alpha] });
    expect(
      await screen.findByText(/^Version 2 is no longer served, switched off/),
    ).toHaveTextContent('3 d ago');
  });
});

it('reads the models once for all cards of the page', async () => {
  const view = buildFeatureView({}, { consumers: ['model:default/alpha'] });
  const catalog = catalogApiMock({ entities: [buildReader('alpha')] });
  const read = jest.spyOn(catalog, 'getEntitiesByRefs');
  renderCard(
    <>
      <ViewConsumersCard />
      <ViewConsumersCard />
    </>,
    view,
    { catalog },
  );
  expect(
    await screen.findAllByRole('link', { name: 'Title of alpha' }),
  ).toHaveLength(2);
  expect(
    read.mock.calls.filter(([{ fields }]) => fields?.includes('spec.consumes')),
  ).toHaveLength(1);
});

it('names what failing leaves unknown', async () => {
  renderCard(
    <ViewConsumersCard />,
    buildFeatureView({}, { consumers: ['model:default/alpha'] }),
    { catalog: failing(catalogApiMock(), 'getEntitiesByRefs') },
  );
  expect(
    await screen.findByText('Could not read the models that use it'),
  ).toBeVisible();
});
