import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { failing } from '../__testUtils__/failing';
import { hoursAgo } from '../__testUtils__/builders';
import { MemoryLineageApi } from '../__testUtils__/MemoryLineageApi';
import { renderLineage } from '../__testUtils__/renderLineage';
import { SAMPLE, sampleWorld } from '../__testUtils__/sampleWorld';
import { LineageExplorer } from '../explorer/LineageExplorer';
import { LineagePage } from '../page/LineagePage';
import { toLocalText } from './readAsOf';

const THEN = hoursAgo(1_000);

function open(
  search = '',
  options: { api?: MemoryLineageApi; root?: string } = {},
) {
  const { api = new MemoryLineageApi(sampleWorld()) } = options;
  const { root = SAMPLE.transactions } = options;
  renderLineage(<LineageExplorer root={root} onRoot={() => {}} />, {
    api,
    search,
  });
  return api;
}

const field = () => screen.findByLabelText(/^As of \(/);
const node = (name: RegExp) => screen.findByRole('group', { name });
const address = () =>
  decodeURIComponent(screen.getByTestId('address').textContent ?? '');
const at = (time: string) => `?asOf=${encodeURIComponent(time)}`;

async function choose(text: string) {
  fireEvent.change(await field(), { target: { value: text } });
  fireEvent.blur(await field());
}

describe('LineageExplorer as of another time', () => {
  it('asks for that time in everything, and keeps it in the address', async () => {
    const api = open();
    await node(/^Card transactions/);
    await choose(toLocalText(THEN));
    expect(await node(/^payments.nightly_import/)).toBeVisible();
    expect(
      screen.queryByRole('group', { name: /^payments.load_card_payments/ }),
    ).not.toBeInTheDocument();
    // To the minute, in UTC.
    const asked = `${THEN.slice(0, 16)}:00.000Z`;
    expect(address()).toContain(`asOf=${asked}`);
    expect(api.graphQueries.at(-1)?.asOf).toBe(asked);
    await waitFor(() => expect(api.impactQueries.at(-1)?.asOf).toBe(asked));
    expect(
      screen.getByText(
        /connections as they were on .*Names and owners are those of today, and what the catalog declares is not shown/,
      ),
    ).toBeVisible();
    // What they disagree on is about now.
    expect(screen.queryByText(/disagree/)).not.toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Now' }));
    expect(await node(/^payments.load_card_payments/)).toBeVisible();
    expect(address()).not.toContain('asOf');
    expect(await field()).toHaveValue('');
    expect(
      screen.queryByText(/connections as they were/),
    ).not.toBeInTheDocument();
  });

  it('expands by that time, too', async () => {
    const api = open(`${at(THEN)}&downstreamDepth=1`);
    await userEvent.click(
      await screen.findByRole('button', {
        name: /^Show 1 more that payments.card_velocity goes into/,
      }),
    );
    expect(await node(/^Card velocity/)).toBeVisible();
    expect(api.graphQueries.at(-1)).toMatchObject({
      root: SAMPLE.velocity,
      asOf: THEN,
    });
  });

  it('takes a time when it is whole, not digit by digit', async () => {
    const api = open();
    await node(/^Card transactions/);
    const asked = api.graphQueries.length;
    fireEvent.change(await field(), { target: { value: '0002-11-01T10:00' } });
    expect(api.graphQueries).toHaveLength(asked);
    await userEvent.type(await field(), '{Enter}');
    expect(await screen.findByText('Choose a date and a time.')).toBeVisible();
    await choose('2999-01-01T10:00');
    expect(
      await screen.findByText('Choose a time that has passed.'),
    ).toBeVisible();
    expect(address()).toBe('/page');
    expect(api.graphQueries).toHaveLength(asked);
  });

  it.each([
    ['2999-01-01T10:00:00Z', /This time is still to come/],
    ['yesterday', /This is no time that can be read/],
  ])('says that %s cannot be shown, and shows now', async (text, words) => {
    const api = open(at(text));
    expect(await screen.findByText(words)).toBeVisible();
    expect(await node(/^payments.load_card_payments/)).toBeVisible();
    expect(api.graphQueries[0].asOf).toBeUndefined();
    await userEvent.click(screen.getByRole('button', { name: 'Now' }));
    expect(address()).toBe('/page');
  });

  it('does not take one time for another when the backend is down', async () => {
    const api = open();
    await node(/^Card transactions/);
    failing(api, 'getGraph');
    await choose(toLocalText(THEN));
    expect(
      await screen.findByText('The database is being restarted'),
    ).toBeVisible();
    expect(
      screen.queryByRole('group', { name: /^payments.load_card_payments/ }),
    ).not.toBeInTheDocument();
    expect(await field()).toHaveValue(toLocalText(THEN));
  });

  it('says when there was nothing yet', async () => {
    open(at(THEN), { root: SAMPLE.raw });
    expect(
      await screen.findByText(/^Nothing was connected to it on/),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show what is there now' }),
    );
    expect(await node(/^payments.load_card_payments/)).toBeVisible();
  });

  it('makes the file of that time, and tells nobody about what was', async () => {
    const api = new MemoryLineageApi(sampleWorld());
    const download = jest.spyOn(api, 'downloadImpactCsv');
    Object.assign(URL, {
      createObjectURL: () => 'blob:file',
      revokeObjectURL: () => {},
    });
    jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(() => {});
    open(`${at(THEN)}&impact=1`, { api });
    const dialog = await screen.findByRole('dialog');
    expect(
      within(dialog).getByText(/^These are the connections of/),
    ).toBeVisible();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Download all as CSV' }),
    );
    await waitFor(() =>
      expect(download.mock.calls[0][0]).toMatchObject({ asOf: THEN }),
    );
    expect(
      within(dialog).queryByRole('button', { name: 'Tell the owners' }),
    ).not.toBeInTheDocument();
  });

  it('stays in that time when it goes elsewhere', async () => {
    renderLineage(<LineagePage />, {
      api: new MemoryLineageApi(sampleWorld()),
      mountPath: '/lineage',
      search: `${at(THEN)}&root=${SAMPLE.transactions}&selected=${SAMPLE.view}`,
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Start from here' }),
    );
    await screen.findByRole('heading', { name: 'Card velocity', level: 2 });
    expect(address()).toContain(`asOf=${THEN}`);
  });
});
