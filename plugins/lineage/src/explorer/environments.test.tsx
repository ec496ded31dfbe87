import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { edge, entityNode } from '../__testUtils__/builders';
import { failing } from '../__testUtils__/failing';
import { MemoryLineageApi } from '../__testUtils__/MemoryLineageApi';
import { renderLineage } from '../__testUtils__/renderLineage';
import { SAMPLE, sampleWorld } from '../__testUtils__/sampleWorld';
import { World } from '../__testUtils__/World';
import { LineageExplorer } from './LineageExplorer';

function open(
  search = '',
  options: { root?: string; world?: World; api?: MemoryLineageApi } = {},
) {
  const { root = SAMPLE.transactions, world = sampleWorld() } = options;
  const api = options.api ?? new MemoryLineageApi(world);
  renderLineage(<LineageExplorer root={root} onRoot={() => {}} />, {
    api,
    search,
  });
  return api;
}

const choice = () => screen.findByLabelText('Environment');
const labels = async () =>
  within(await choice())
    .getAllByRole('option')
    .map(({ textContent }) => textContent);
const node = (name: RegExp) => screen.findByRole('group', { name });
const address = () =>
  decodeURIComponent(screen.getByTestId('address').textContent ?? '');

describe('LineageExplorer by environment', () => {
  it('shows the default environment, and how much there is elsewhere', async () => {
    const api = open();
    await node(/^Card transactions/);
    expect(await labels()).toEqual([
      'production (3)',
      'staging (1)',
      'All environments',
    ]);
    expect(api.graphQueries[0].environment).toBeUndefined();
    expect(
      screen.queryByRole('group', { name: /^payments.trial/ }),
    ).not.toBeInTheDocument();
  });

  it('asks for another one in everything, and keeps it in the address', async () => {
    const api = open();
    await node(/^Card transactions/);
    await userEvent.selectOptions(await choice(), 'staging');
    expect(await node(/^payments.trial/)).toBeVisible();
    expect(address()).toContain('environment=staging');
    expect(api.graphQueries.at(-1)?.environment).toBe('staging');
    await waitFor(() =>
      expect(api.impactQueries.at(-1)?.environment).toBe('staging'),
    );
    // What the catalog declares belongs to every environment.
    expect(await node(/^Card velocity/)).toBeVisible();

    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Show 1 more that Fraud score goes into',
      }),
    );
    await node(/^Fraud score API/);
    expect(api.graphQueries.at(-1)).toMatchObject({
      root: SAMPLE.model,
      environment: 'staging',
    });

    await userEvent.selectOptions(await choice(), 'production (3)');
    await waitFor(() => expect(address()).not.toContain('environment'));
    expect(await node(/^payments.card_velocity/)).toBeVisible();
  });

  it('shows all of them at once', async () => {
    open('?environment=*');
    expect(await node(/^payments.trial/)).toBeVisible();
    expect(await node(/^payments.card_velocity/)).toBeVisible();
    expect(await labels()).toEqual([
      'production (3)',
      'staging (1)',
      'All environments',
    ]);
  });

  it('does not show one environment for another when the backend is down', async () => {
    const api = open();
    await node(/^Card transactions/);
    failing(api, 'getGraph');
    await userEvent.selectOptions(await choice(), 'staging');
    expect(
      await screen.findByText('The database is being restarted'),
    ).toBeVisible();
    expect(await choice()).toHaveDisplayValue('staging (1)');
    expect(
      screen.queryByRole('group', { name: /^payments.card_velocity/ }),
    ).not.toBeInTheDocument();
  });

  it('says on a node where else it was observed', async () => {
    open();
    expect(
      await node(/^Card transactions.*observed in production, staging/),
    ).toHaveTextContent('+ staging');
    expect(await node(/^raw.public/)).not.toHaveTextContent('production');
  });

  it('never takes what is elsewhere for nothing', async () => {
    open('', { root: SAMPLE.tried });
    expect(
      await screen.findByText('Nothing of it in production'),
    ).toBeVisible();
    expect(
      screen.getByText('It was observed, but elsewhere: in staging.'),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show staging, 1 connection' }),
    );
    expect(await node(/^payments.trial/)).toBeVisible();
    expect(address()).toContain('environment=staging');
  });

  it('finds what was named elsewhere and is connected to nothing', async () => {
    const lonely = entityNode('dataset:default/lonely', {
      environments: ['staging'],
      lastSeen: '2026-11-01T00:00:00Z',
    });
    const world = sampleWorld();
    open('', {
      root: lonely.id,
      world: { ...world, nodes: [...world.nodes, lonely] },
    });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Show staging, 0 connections',
      }),
    );
    expect(
      await screen.findByText('Nothing is connected to it yet'),
    ).toBeVisible();
  });

  it('says when only the catalog connects it here', async () => {
    const tested = entityNode('dataset:default/tested');
    const world = sampleWorld();
    open('', {
      root: tested.id,
      world: {
        ...world,
        nodes: [...world.nodes, tested],
        edges: [
          ...world.edges,
          edge(tested.id, SAMPLE.view, 'declared'),
          edge(tested.id, SAMPLE.trial, 'observed', { environment: 'staging' }),
        ],
      },
    });
    expect(
      await screen.findByText(
        /In production no run has connected it.*It was observed in staging/,
      ),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all environments' }),
    );
    expect(await node(/^payments.trial/)).toBeVisible();
  });
});

describe('LineageExplorer of what is declared', () => {
  it('does not draw what a way through jobs says, but lists it', async () => {
    open(`?selected=${SAMPLE.transactions}`);
    const drawer = await screen.findByRole('complementary');
    expect(
      await within(drawer).findByText(
        'observed and declared, not drawn, as the way through jobs says it',
      ),
    ).toBeVisible();
    expect(
      screen.getByText(/What is declared is not drawn where jobs/),
    ).toBeVisible();
    // The job in between, and the model's: not the view itself.
    expect(await node(/^Card transactions.*, 1 in, 2 out/)).toBeVisible();
  });

  it('draws it while jobs are left out', async () => {
    open(`?kinds=dataset,featureview&selected=${SAMPLE.transactions}`);
    expect(await node(/^Card transactions.*, 0 in, 1 out/)).toBeVisible();
    expect(
      within(await screen.findByRole('complementary')).queryByText(/not drawn/),
    ).not.toBeInTheDocument();
  });
});

describe('NodeDrawer of names that are one', () => {
  it('says how many there are, where, and which part a run wrote', async () => {
    open(`?selected=${encodeURIComponent(SAMPLE.raw)}`);
    const drawer = await screen.findByRole('complementary');
    expect(
      await within(drawer).findByText('365 names, such as partitions'),
    ).toBeVisible();
    expect(within(drawer).getByText('production')).toBeVisible();
    expect(
      await within(drawer).findByText('wrote date=2026-11-19'),
    ).toBeVisible();
  });
});
