import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { hoursAgo } from '../__testUtils__/builders';
import { failing } from '../__testUtils__/failing';
import { MemoryLineageApi } from '../__testUtils__/MemoryLineageApi';
import { renderLineage } from '../__testUtils__/renderLineage';
import { SAMPLE, sampleWorld } from '../__testUtils__/sampleWorld';
import { LineageExplorer } from '../explorer/LineageExplorer';

function open(
  search = '',
  options: { api?: MemoryLineageApi; root?: string } = {},
) {
  const { root = SAMPLE.transactions } = options;
  const { api = new MemoryLineageApi(sampleWorld()) } = options;
  renderLineage(<LineageExplorer root={root} onRoot={() => {}} />, {
    api,
    search,
  });
  return api;
}

const to = (id: string) => `?path=${encodeURIComponent(id)}`;
const node = (name: RegExp) => screen.findByRole('group', { name });
const address = () =>
  decodeURIComponent(screen.getByTestId('address').textContent ?? '');

describe('LineageExplorer with paths', () => {
  it('shows from the drawer how something is connected, and lets the rest step back', async () => {
    const api = open(`?selected=${SAMPLE.model}`);
    const button = await screen.findByRole('button', {
      name: 'Show how it is connected with Card transactions',
    });
    await userEvent.click(button);
    expect(
      await screen.findByText(
        'Card transactions and Fraud score: 2 steps, 2 shortest paths, along the data.',
      ),
    ).toBeVisible();
    expect(button).toHaveAttribute('aria-pressed', 'true');
    expect(address()).toContain(`path=${SAMPLE.model}`);
    expect(api.pathQueries).toEqual([
      { from: SAMPLE.transactions, to: SAMPLE.model, environment: undefined },
    ]);
    await waitFor(async () =>
      expect((await node(/^payments.load_card_payments/)).className).toMatch(
        /faint/,
      ),
    );
    expect((await node(/^Card velocity/)).className).not.toMatch(/faint/);
    expect((await node(/^fraud.train/)).className).not.toMatch(/faint/);

    await userEvent.click(screen.getByRole('button', { name: 'Clear path' }));
    expect(address()).not.toContain('path');
    expect((await node(/^payments.load_card_payments/)).className).not.toMatch(
      /faint/,
    );
  });

  it('adds what lies on the paths and is not shown yet', async () => {
    open(`${to(SAMPLE.checkout)}&downstreamDepth=1`);
    expect(
      await screen.findByText(/Checkout: 4 steps, 2 shortest paths/),
    ).toBeVisible();
    expect(await node(/^Checkout/)).toBeVisible();
    expect(await node(/^Fraud score API/)).toBeVisible();
  });

  it('finds the way against the data', async () => {
    open(to(SAMPLE.raw), { root: SAMPLE.model });
    expect(
      await screen.findByText(
        /^Fraud score and raw.public.card_payments: 4 steps, 2 shortest paths, against the data/,
      ),
    ).toBeVisible();
  });

  it('says when there is none in an environment, and lets nothing step back', async () => {
    open(to(SAMPLE.tried));
    expect(
      await screen.findByText(
        /^No path connects Card transactions and exports.trial in production, neither along the data nor against it. There may be one through/,
      ),
    ).toBeVisible();
    expect((await node(/^Card velocity/)).className).not.toMatch(/faint/);
  });

  it('says when what cannot be seen may lie between', async () => {
    open(to(SAMPLE.disputes), { root: SAMPLE.model });
    expect(
      await screen.findByText(
        /1 step, 1 shortest path, along the data. There may be others through what is not visible to you./,
      ),
    ).toBeVisible();
  });

  it('finds something by name, in what is shown and in the catalog', async () => {
    open('?downstreamDepth=1');
    await node(/^Card transactions/);
    const field = screen.getByLabelText('Path to...');
    await userEvent.type(field, 'checkout');
    const list = await screen.findByRole('list', {
      name: 'Things to find a path to',
    });
    await userEvent.click(
      await within(list).findByRole('button', { name: 'Checkout' }),
    );
    expect(await screen.findByText(/Checkout: 4 steps/)).toBeVisible();
    expect(field).toHaveValue('');
    expect(field).toHaveFocus();
    await userEvent.type(field, 'card_velocity{Enter}');
    expect(
      await screen.findByText(/payments.card_velocity: 1 step/),
    ).toBeVisible();
    await userEvent.type(field, 'x{Escape}');
    expect(field).toHaveValue('');
  });

  it('says when it could not be looked for, and looks again', async () => {
    const api = failing(new MemoryLineageApi(sampleWorld()), 'findPath');
    open(to(SAMPLE.model), { api });
    expect(
      await screen.findByText(
        'Paths to Fraud score could not be looked for: The database is being restarted',
      ),
    ).toBeVisible();
    const works = new MemoryLineageApi(sampleWorld());
    Object.assign(api, { findPath: works.findPath.bind(works) });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/2 steps, 2 shortest paths/)).toBeVisible();
  });

  it('looks in the graph of another time', async () => {
    const asOf = hoursAgo(1_000);
    const api = open(`${to(SAMPLE.model)}&asOf=${encodeURIComponent(asOf)}`);
    expect(
      await screen.findByText(
        /Fraud score: \d steps, \d shortest paths?, along the data. Only runs and declarations of that time count/,
      ),
    ).toBeVisible();
    expect((await node(/^payments.nightly_import/)).className).toMatch(/faint/);
    expect(api.pathQueries).toMatchObject([{ to: SAMPLE.model, asOf }]);
  });
});
