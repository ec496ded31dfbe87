import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { failing } from '../__testUtils__/failing';
import { keepFiles } from '../graph/export/__testUtils__/keepFiles';
import { MemoryLineageApi } from '../__testUtils__/MemoryLineageApi';
import { renderLineage } from '../__testUtils__/renderLineage';
import { SAMPLE, sampleWorld } from '../__testUtils__/sampleWorld';
import { LineageFieldsQuery } from '../api/types';
import { LineageExplorer } from '../explorer/LineageExplorer';

const onRoot = jest.fn();

function open(
  search = '?view=fields&field=amount',
  options: { api?: MemoryLineageApi; root?: string } = {},
) {
  const { root = SAMPLE.transactions } = options;
  const { api = new MemoryLineageApi(sampleWorld()) } = options;
  renderLineage(<LineageExplorer root={root} onRoot={onRoot} />, {
    api,
    search,
  });
  return api;
}

const node = (name: RegExp) => screen.findByRole('group', { name });
const table = () =>
  screen.findByRole('table', { name: 'Connections between fields' });
const rows = async () =>
  within(await table())
    .getAllByRole('row')
    .slice(1)
    .map(row =>
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    );
const address = () =>
  decodeURIComponent(screen.getByTestId('address').textContent ?? '');

describe('FieldsView', () => {
  it('draws what a field is made from, and what is made from it', async () => {
    const api = open();
    expect(
      await screen.findByRole('application', {
        name: 'What amount of Card transactions is made from, and what is made from it',
      }),
    ).toBeVisible();
    expect(
      await node(
        /^amount, field of Card transactions, owned by Data platform, 2 in, 2 out/,
      ),
    ).toBeVisible();
    expect(
      await node(/^amount_cents, field of raw.public.card_payments/),
    ).toBeVisible();
    expect(await node(/^score, field of Fraud score/)).toBeVisible();
    expect(screen.getByText('6 fields, 5 connections')).toBeVisible();
    expect(
      screen.getByText('Part of it is not visible to you and left out.'),
    ).toBeVisible();
    expect(api.fieldsQueries).toContainEqual({
      root: SAMPLE.transactions,
      field: 'amount',
      direction: 'both',
    });
  });

  it('is saved as a picture, with what its lines mean', async () => {
    const files = keepFiles();
    open();
    await screen.findByRole('application');
    await userEvent.click(screen.getByRole('button', { name: 'Save picture' }));
    await userEvent.click(
      await screen.findByRole('menuitem', { name: /^SVG/ }),
    );
    await waitFor(() => expect(files).toHaveLength(1));
    const svg = await files[0].blob.text();
    for (const text of [
      'What amount of Card transactions is made from',
      '6 fields, 5 connections',
      'passed on or computed from',
      'amount_cents',
    ]) {
      expect(svg).toContain(text);
    }
    jest.restoreAllMocks();
  });

  it('says that facets say more than is kept', async () => {
    const api = new MemoryLineageApi(sampleWorld());
    const { getFields } = api;
    jest.spyOn(api, 'getFields').mockImplementation(async (...args) => ({
      ...(await getFields.apply(api, args)),
      truncated: true,
      cut: true,
    }));
    open(undefined, { api });
    expect(
      await screen.findByText(/^Jobs say more about the fields/),
    ).toBeVisible();
    expect(screen.queryByText(/^Only the nearest/)).not.toBeInTheDocument();
  });

  it('says the same in a table, with how each is known', async () => {
    open();
    // The catalog says later what things are called.
    await within(await table()).findAllByText('Card transactions');
    const found = await rows();
    expect(found).toHaveLength(5);
    expect(found).toContainEqual([
      'currencyraw.public.card_payments',
      'amountCard transactions',
      'passed on or computed from, and decides something: condition',
    ]);
    expect(found).toContainEqual([
      'payments_1hCard velocity',
      'scoreFraud score',
      'passed on or computed from',
    ]);
  });

  it('goes on from the whole dataset where something decides about all of it', async () => {
    open('?view=fields&field=card.country');
    expect(
      await node(/^whole dataset, all of Card velocity, owned by Payments/),
    ).toBeVisible();
    expect(
      await node(/^payments_1h, only indirectly, field of Card velocity/),
    ).toBeVisible();
    expect(
      await node(/^score, only indirectly, field of Fraud score/),
    ).toBeVisible();
    expect(
      await node(/^card_country, field of raw.public.card_payments, owned/),
    ).toBeVisible();
    expect(await rows()).toEqual([
      [
        'card_countryraw.public.card_payments',
        'card.countryCard transactions',
        'passed on or computed from',
      ],
      [
        'card.countryCard transactions',
        'whole datasetCard velocity',
        'decides something: filter, join',
      ],
      [
        'whole datasetCard velocity',
        'payments_1hCard velocity, only indirectly',
        'what decides over the whole decides over each of its fields',
      ],
      [
        'payments_1hCard velocity, only indirectly',
        'scoreFraud score, only indirectly',
        'passed on or computed from',
      ],
    ]);
  });

  it('goes from field to field, and to those of other things', async () => {
    open();
    const choice = await screen.findByLabelText('Field of Card transactions');
    await waitFor(() =>
      expect(
        within(choice)
          .getAllByRole('option')
          .map(({ textContent }) => textContent),
      ).toEqual(['All fields', 'amount', 'booked_on', 'card.country']),
    );
    await userEvent.selectOptions(choice, 'booked_on');
    expect(await node(/^booked_at, field of/)).toBeVisible();
    expect(address()).toContain('view=fields&field=booked_on');
    fireEvent.click(await node(/^booked_at, field of/));
    expect(onRoot).toHaveBeenLastCalledWith(SAMPLE.raw, {
      as: 'fields',
      field: 'booked_at',
    });
    await userEvent.selectOptions(choice, 'All fields');
    await waitFor(() => expect(address()).toBe('/page?view=fields'));
    expect(await node(/^booked_at/)).toBeVisible();
    await userEvent.click(
      within(await table()).getAllByRole('button', { name: 'amount' })[0],
    );
    expect(address()).toBe('/page?view=fields&field=amount');
    expect(onRoot).toHaveBeenCalledTimes(1);
  });

  it('reads fields again with all the rest', async () => {
    const api = open();
    await node(/^amount_cents/);
    const asked = () =>
      api.fieldsQueries.filter(({ field }) => field === 'amount');
    expect(asked()).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: 'Read again' }));
    await waitFor(() => expect(asked()).toHaveLength(2));
    failing(api, 'getFields');
    const again = screen.getByRole('button', { name: 'Read again' });
    await waitFor(() => expect(again).toBeEnabled());
    await userEvent.click(again);
    expect(
      await screen.findByText(/Fields could not be read again: The database/),
    ).toBeVisible();
    expect(await node(/^amount_cents/)).toBeVisible();
  });

  it('says that fields are those of now whatever the time of the graph', async () => {
    open('?view=fields&field=amount&asOf=2026-01-01T00:00:00Z');
    expect(
      await screen.findByText(/Fields have no history: they are shown as/),
    ).toBeVisible();
    expect(await node(/^amount_cents/)).toBeVisible();
    expect(screen.queryByLabelText(/^As of/)).not.toBeInTheDocument();
    expect(screen.queryByLabelText('Environment')).not.toBeInTheDocument();
  });

  it('is walked by keyboard', async () => {
    open();
    const graph = await screen.findByRole('application');
    await node(/^payments_1h/);
    graph.focus();
    await userEvent.keyboard('{ArrowRight}{Enter}');
    expect(onRoot).toHaveBeenLastCalledWith(SAMPLE.view, {
      as: 'fields',
      field: expect.stringMatching(/^(payments_1h|amount_24h)$/),
    });
  });

  it('follows only one side when one is asked for', async () => {
    open('?view=fields&field=amount&direction=upstream');
    expect(await node(/^amount_cents/)).toBeVisible();
    expect(await rows()).toHaveLength(2);
  });

  it('says what senders have to say when nothing is known', async () => {
    open('?view=fields&field=payment_id');
    expect(
      await screen.findByText(
        'Nothing is known about where payment_id comes from or goes',
      ),
    ).toBeVisible();
    expect(screen.getByText(/the facet columnLineage/)).toBeVisible();
    expect(
      screen.getByLabelText('Example of what a run has to say'),
    ).toHaveTextContent(/"inputFields"/);
    // The others can still be chosen.
    expect(
      await screen.findByLabelText('Field of Card transactions'),
    ).toHaveDisplayValue('payment_id');
  });

  it('says when fields cannot be read, and reads them again', async () => {
    const api = failing(new MemoryLineageApi(sampleWorld()), 'getFields');
    open(undefined, { api });
    expect(
      await screen.findByText(/Fields could not be followed/),
    ).toBeVisible();
    const works = new MemoryLineageApi(sampleWorld());
    Object.assign(api, { getFields: works.getFields.bind(works) });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await node(/^amount_cents/)).toBeVisible();
    expect(screen.queryByText(/could not be/)).not.toBeInTheDocument();
    expect(
      within(screen.getByLabelText(/^Field of /)).getAllByRole('option').length,
    ).toBeGreaterThan(1);
  });

  it('says when only the fields to choose from cannot be read', async () => {
    const works = new MemoryLineageApi(sampleWorld());
    const api = new MemoryLineageApi(sampleWorld());
    Object.assign(api, {
      getFields: async (query: LineageFieldsQuery) => {
        if (query.depth === 0) {
          throw new Error('Gone for lunch');
        }
        return await works.getFields(query);
      },
    });
    open(undefined, { api });
    expect(
      await screen.findByText(/Which fields can be traced could not be read/),
    ).toBeVisible();
    Object.assign(api, { getFields: works.getFields.bind(works) });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() =>
      expect(screen.queryByText(/could not be read/)).not.toBeInTheDocument(),
    );
  });

  it('opens from each field in the drawer, also from those of other things', async () => {
    open(`?selected=${SAMPLE.transactions}`);
    const drawer = await screen.findByRole('complementary');
    await within(drawer).findByText('booked_on');
    expect(
      within(drawer)
        .getAllByRole('button', { name: /^Trace this field/ })
        .map(button => button.getAttribute('aria-label')),
    ).toEqual(
      ['payment_id', 'amount', 'card', 'card.country', 'booked_on'].map(
        name => `Trace this field: ${name}`,
      ),
    );
    await userEvent.click(
      within(drawer).getByRole('button', {
        name: 'Trace this field: card.country',
      }),
    );
    expect(await node(/^card_country, field of/)).toBeVisible();
    expect(address()).toBe('/page?view=fields&field=card.country');
    expect(
      screen.getByRole('region', { name: /^What card.country of/ }),
    ).toHaveFocus();
  });

  it('begins anew with a field of something else in the drawer', async () => {
    open(`?selected=${SAMPLE.view}`);
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Trace this field: payments_1h',
      }),
    );
    expect(onRoot).toHaveBeenLastCalledWith(SAMPLE.view, {
      as: 'fields',
      field: 'payments_1h',
    });
  });
});
