import { NotAllowedError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { failing } from '../__testUtils__/failing';
import { hoursAgo, namedNode } from '../__testUtils__/builders';
import { MemoryLineageApi } from '../__testUtils__/MemoryLineageApi';
import { renderLineage } from '../__testUtils__/renderLineage';
import { SAMPLE, sampleWorld } from '../__testUtils__/sampleWorld';
import { UnmappedPage } from './UnmappedPage';

function open(search = '', api = new MemoryLineageApi(sampleWorld())) {
  renderLineage(<UnmappedPage />, { api, search });
  return api;
}

/** A thousand tables, the newest first. */
function manyTables() {
  return new MemoryLineageApi({
    nodes: Array.from({ length: 1_000 }, (_, index) =>
      namedNode('dataset', 'pg', `t${String(index).padStart(3, '0')}`, {
        lastSeen: hoursAgo(index),
      }),
    ),
    edges: [],
    entities: [],
  });
}

const table = () =>
  screen.findByRole('table', {
    name: 'Datasets and jobs that are not in the catalog',
  });
const row = async (name: RegExp) =>
  within(await table()).findByRole('row', { name });
const names = async () =>
  within(await table())
    .getAllByRole('link')
    .map(({ textContent }) => textContent);
const address = () => screen.getByTestId('address').textContent;

describe('UnmappedPage', () => {
  it('lists what was observed and no entity claims, with the way to its graph', async () => {
    const api = open();
    const raw = await row(/raw.public.card_payments/);
    expect(raw).toHaveTextContent('postgres://warehouse.example:5432');
    expect(raw).toHaveTextContent('dataset, table');
    expect(raw).toHaveTextContent('365 names in one');
    expect(raw).toHaveTextContent('production');
    expect(raw).toHaveTextContent('0 in, 1 out');
    expect(raw).toHaveTextContent('team:payments, ada@bank.example');
    expect(raw).toHaveTextContent('3 h ago');
    expect(
      within(raw).getByRole('link', { name: 'raw.public.card_payments' }),
    ).toHaveAttribute(
      'href',
      `/lineage?${new URLSearchParams({
        root: SAMPLE.raw,
        environment: 'production',
      })}`,
    );
    expect(screen.getByText('1 to 8 of 8')).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Back to lineage' }),
    ).toHaveAttribute('href', '/lineage');
    expect(api.unmappedQueries).toEqual([
      {
        kind: undefined,
        environment: undefined,
        text: undefined,
        sort: 'lastSeen',
        limit: 25,
        cursor: undefined,
      },
    ]);
  });

  it('filters by kind, environment and text, and keeps that in the address', async () => {
    const api = open();
    await table();
    await userEvent.selectOptions(screen.getByLabelText('Kind'), 'Datasets');
    await waitFor(async () => expect(await names()).toHaveLength(3));
    const field = screen.getByLabelText('Environment');
    expect(
      [...document.querySelectorAll('datalist option')].map(option =>
        option.getAttribute('value'),
      ),
    ).toEqual(['production', 'staging']);
    await userEvent.type(field, 'staging');
    await waitFor(async () => expect(await names()).toEqual(['exports/trial']));
    await userEvent.type(screen.getByLabelText('Name or namespace'), 'nothing');
    expect(await screen.findByText('Nothing fits')).toBeVisible();
    expect(screen.getByText(/found by their whole name/)).toBeVisible();
    expect(address()).toBe(
      '/page?kind=dataset&environment=staging&text=nothing',
    );
    // One request per filter, not per letter.
    expect(api.unmappedQueries).toHaveLength(4);
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Clear filters' })[0],
    );
    await waitFor(async () => expect(await names()).toHaveLength(8));
    expect(address()).toBe('/page');
    expect(field).toHaveValue('');
  });

  it('leaves alone what is typed while a search is under way', async () => {
    const api = open();
    await table();
    const field = screen.getByLabelText('Name or namespace');
    await userEvent.type(field, 'card ');
    await waitFor(() => expect(address()).toBe('/page?text=card'));
    expect(field).toHaveValue('card ');
    await userEvent.type(field, 'velocity{Enter}');
    expect(address()).toBe('/page?text=card+velocity');
    expect(api.unmappedQueries.at(-1)?.text).toBe('card velocity');
  });

  it('sorts on the server', async () => {
    open();
    await userEvent.click(
      within(await table()).getByRole('button', { name: 'Name' }),
    );
    await waitFor(async () => {
      const sorted = await names();
      expect(sorted).toEqual([...sorted].sort());
    });
    expect(address()).toBe('/page?sort=name');
    expect(
      within(await table()).getByRole('columnheader', { name: 'Name' }),
    ).toHaveAttribute('aria-sort', 'ascending');
  });

  it('goes through a thousand page by page, by keyboard too', async () => {
    const api = manyTables();
    open('', api);
    expect(await screen.findByText('1 to 25 of 1,000')).toBeVisible();
    const next = screen.getByRole('button', { name: 'Next page' });
    next.focus();
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText('26 to 50 of 1,000')).toBeVisible();
    await waitFor(async () => expect((await names())[0]).toBe('t025'));
    await userEvent.click(
      screen.getByRole('button', { name: 'Previous page' }),
    );
    expect(await screen.findByText('1 to 25 of 1,000')).toBeVisible();
    await userEvent.selectOptions(screen.getByLabelText('Rows'), '100');
    expect(await screen.findByText('1 to 100 of 1,000')).toBeVisible();
    expect(api.unmappedQueries.at(-1)?.limit).toBe(100);
  });

  it('opens at the page that the address names', async () => {
    open('?limit=50&after=50&before=50', manyTables());
    expect(await screen.findByText('51 to 100 of 1,000')).toBeVisible();
    expect((await names())[0]).toBe('t050');
  });

  it('selects over pages, and no more than can be drafted', async () => {
    open('', manyTables());
    const all = async () =>
      within(await table()).getByRole('checkbox', {
        name: 'Select all on this page',
      });
    await userEvent.click(await all());
    expect(screen.getByText('25 selected')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    await screen.findByText('26 to 50 of 1,000');
    await userEvent.click(await all());
    expect(screen.getByText(/^50 selected, which is as many/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    await screen.findByText('51 to 75 of 1,000');
    expect(await all()).toBeDisabled();
    await userEvent.click(
      screen.getByRole('button', { name: 'Previous page' }),
    );
    await screen.findByText('26 to 50 of 1,000');
    await userEvent.click(await all());
    expect(screen.getByText('25 selected')).toBeVisible();
    await userEvent.click(await all());
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    await screen.findByText('51 to 75 of 1,000');
    expect(
      await screen.findByRole('checkbox', { name: 'Select t050' }),
    ).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Select none' }));
    expect(await all()).toBeEnabled();
    expect(screen.getByRole('button', { name: 'Draft YAML' })).toBeDisabled();
  });

  it('says when nothing is missing in the catalog', async () => {
    open('', new MemoryLineageApi({ nodes: [], edges: [], entities: [] }));
    expect(
      await screen.findByText('Everything that was observed is in the catalog'),
    ).toBeVisible();
  });

  it('says which permission it takes', async () => {
    const api = new MemoryLineageApi(sampleWorld());
    Object.assign(api, {
      listUnmapped: async () => {
        throw new NotAllowedError('Not allowed');
      },
    });
    open('', api);
    expect(
      await screen.findByText(/the permission lineage.node.read/),
    ).toBeVisible();
  });

  it('says what went wrong, and tries again', async () => {
    const api = new MemoryLineageApi(sampleWorld());
    const works = api.listUnmapped.bind(api);
    open('', failing(api, 'listUnmapped'));
    expect(
      await screen.findByText('The database is being restarted'),
    ).toBeVisible();
    Object.assign(api, { listUnmapped: works });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await table()).toBeVisible();
  });
});
