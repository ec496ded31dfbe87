import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useNavigate } from 'react-router-dom';
import { failing } from '../__testUtils__/failing';
import { generateWorld } from '../__testUtils__/generateWorld';
import { MemoryLineageApi } from '../__testUtils__/MemoryLineageApi';
import { renderLineage } from '../__testUtils__/renderLineage';
import { NAMED } from '../__testUtils__/sampleNodes';
import { SAMPLE, sampleWorld } from '../__testUtils__/sampleWorld';
import { LineagePage } from '../page/LineagePage';

/** The way back in the browser's history. */
function Back() {
  const navigate = useNavigate();
  return <button onClick={() => navigate(-1)}>Back in history</button>;
}

function open(search: string, api = new MemoryLineageApi(sampleWorld())) {
  renderLineage(
    <>
      <LineagePage />
      <Back />
    </>,
    { api, search, mountPath: '/lineage' },
  );
  return api;
}

const node = (name: RegExp) => screen.findByRole('group', { name });
const press = async (name: string) =>
  userEvent.click(await screen.findByRole('button', { name }));
const search = () =>
  (screen.getByTestId('address').textContent ?? '').replace('/lineage', '');
const partsInAddress = () => new URLSearchParams(search()).getAll('part');
/** Everything in the picture, and its tools; what is out of view is not drawn. */
async function shown() {
  await press('Show all');
  await node(/^Card transactions/);
  return screen
    .getAllByRole('group')
    .map(group => group.getAttribute('aria-label'))
    .sort();
}

/** Reads the page again, as somebody does who was sent the link. */
function openLink(api?: MemoryLineageApi) {
  const link = search();
  cleanup();
  return open(link, api);
}

describe('what the reader adds, opens and folds', () => {
  it('is in the address, and there again when it is read', async () => {
    open(`?root=${SAMPLE.transactions}&upstreamDepth=0&downstreamDepth=1`);
    await press('Show 2 more that fraud.train goes into');
    await press('Show 2 more that Fraud score goes into');
    await press('Show 1 more that Fraud score API goes into');
    fireEvent.click(await node(/^Fraud score API/));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Fold downstream' }),
    );
    await node(/folded away/);
    expect(partsInAddress()).toEqual([
      `add downstream ${NAMED.train.id}`,
      `add downstream ${SAMPLE.model}`,
      `add downstream ${SAMPLE.api}`,
      `fold downstream ${SAMPLE.api}`,
    ]);

    const before = await shown();
    expect(before).toHaveLength(1 + 9);
    const api = openLink();
    await node(/folded away/);
    expect(await shown()).toEqual(before);
    // Each is asked for once what leads to it is there.
    expect(api.graphQueries.map(({ root }) => root)).toEqual([
      SAMPLE.transactions,
      NAMED.train.id,
      SAMPLE.model,
      SAMPLE.api,
    ]);
  });

  it('holds of many readers of one thing that were drawn as one', async () => {
    const world = generateWorld(100);
    open(
      `?root=${world.root}&upstreamDepth=0&downstreamDepth=1`,
      new MemoryLineageApi(world),
    );
    // The group is one of what it is connected with.
    await node(/ 0 in, 21 out/);
    fireEvent.click(await node(/^\d+ more jobs/));
    await node(/ 0 in, 32 out/);
    expect(partsInAddress()).toEqual([`open downstream job ${world.root}`]);
    openLink(new MemoryLineageApi(world));
    await node(/ 0 in, 32 out/);
    expect(screen.queryByRole('group', { name: /more jobs/ })).toBeNull();
  });

  it('can be taken back as a whole', async () => {
    open(
      `?${new URLSearchParams([
        ['root', SAMPLE.transactions],
        ['part', `fold downstream ${SAMPLE.view}`],
      ])}`,
    );
    await node(/folded away/);
    await userEvent.click(
      screen.getByRole('button', { name: 'Show it as at first' }),
    );
    expect(await node(/^Fraud score/)).toBeVisible();
    expect(partsInAddress()).toEqual([]);
    expect(
      screen.queryByRole('button', { name: 'Show it as at first' }),
    ).not.toBeInTheDocument();
  });

  it('is passed over where it is of nothing that is there', async () => {
    const api = open(
      `?${new URLSearchParams([
        ['root', SAMPLE.transactions],
        ['part', 'add downstream model:default/unheard-of'],
        ['part', 'fold upstream model:default/unheard-of'],
        ['part', 'explode upstream model:default/fraud-score'],
      ])}`,
    );
    expect(await screen.findByText('8 things, 10 connections')).toBeVisible();
    expect(api.graphQueries).toHaveLength(1);
  });

  it('is no step in the history, and there again on the way back', async () => {
    open(`?root=${SAMPLE.view}`);
    fireEvent.click(await node(/^fraud.train/));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Fold downstream' }),
    );
    await node(/folded away/);
    fireEvent.click(await node(/^Card transactions/));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Start from here' }),
    );
    expect(
      await screen.findByRole('heading', { name: 'Card transactions' }),
    ).toBeVisible();
    expect(await screen.findByText('8 things, 10 connections')).toBeVisible();
    expect(partsInAddress()).toEqual([]);

    // One step, however much was selected and folded.
    await userEvent.click(screen.getByText('Back in history'));
    expect(await node(/folded away/)).toBeVisible();
    expect(partsInAddress()).toEqual([`fold downstream ${NAMED.train.id}`]);
  });

  it('is read again with the rest', async () => {
    const api = open(`?root=${SAMPLE.transactions}`);
    await press('Show 2 more that Fraud score goes into');
    expect(await screen.findByText('10 things, 12 connections')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Read again' }));
    await waitFor(() => expect(api.graphQueries).toHaveLength(4));
    expect(api.graphQueries[3].root).toBe(SAMPLE.model);
    expect(screen.getByText('10 things, 12 connections')).toBeVisible();
  });

  it('leaves the rest standing where it cannot be read, and is tried again', async () => {
    const api = new MemoryLineageApi(sampleWorld());
    open(`?root=${SAMPLE.transactions}`, api);
    const more = await screen.findByRole('button', {
      name: 'Show 2 more that Fraud score goes into',
    });
    const { getGraph } = api;
    failing(api, 'getGraph');
    await userEvent.click(more);
    expect(
      await screen.findByText(
        'More could not be shown: The database is being restarted',
      ),
    ).toBeVisible();
    expect(screen.getByText('8 things, 10 connections')).toBeVisible();

    Object.assign(api, { getGraph });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('10 things, 12 connections')).toBeVisible();
    expect(screen.queryByText(/More could not be shown/)).toBeNull();
  });

  it('makes room for what is newer, and says so', async () => {
    open(
      `?${new URLSearchParams([
        ['root', SAMPLE.transactions],
        ['selected', SAMPLE.view],
        ...Array.from({ length: 30 }, (_, index) => [
          'part',
          `fold upstream model:default/m${index}`,
        ]),
      ])}`,
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Fold downstream' }),
    );
    expect(
      await screen.findByText(/^The address holds no more of what you add/),
    ).toBeVisible();
    const parts = partsInAddress();
    expect(parts).toHaveLength(30);
    expect(parts[0]).toBe('fold upstream model:default/m1');
    expect(parts.at(-1)).toBe(`fold downstream ${SAMPLE.view}`);
  });
});
