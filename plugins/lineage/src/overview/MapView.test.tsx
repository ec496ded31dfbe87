import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { edge, entityNode, namedNode } from '../__testUtils__/builders';
import { failing } from '../__testUtils__/failing';
import { generateWorld } from '../__testUtils__/generateWorld';
import { MemoryLineageApi } from '../__testUtils__/MemoryLineageApi';
import { renderLineage } from '../__testUtils__/renderLineage';
import { SAMPLE, sampleWorld } from '../__testUtils__/sampleWorld';
import { World } from '../__testUtils__/World';
import { LineageExplorer } from '../explorer/LineageExplorer';
import { fakeBrush } from './__testUtils__/fakeBrush';
import { MOST_NAMED } from './useMapNames';

function open(
  search = '?view=map',
  options: {
    world?: World;
    root?: string;
    api?: MemoryLineageApi;
    catalog?: ReturnType<typeof catalogApiMock>;
    canvas?: boolean;
  } = {},
) {
  const { world = sampleWorld(), root = SAMPLE.transactions } = options;
  const { canvas = true, catalog } = options;
  const { brush, painted } = fakeBrush();
  jest
    .spyOn(HTMLCanvasElement.prototype, 'getContext')
    .mockImplementation((() => (canvas ? brush : null)) as never);
  const api = options.api ?? new MemoryLineageApi(world);
  const onRoot = jest.fn();
  renderLineage(<LineageExplorer root={root} onRoot={onRoot} />, {
    api,
    catalog,
    search,
  });
  return { api, onRoot, painted };
}

const map = () => screen.findByRole('application', { name: /^Map of/ });
const chosen = async () =>
  within(await screen.findByRole('region', { name: 'Chosen' }));
const address = () =>
  decodeURIComponent(screen.getByTestId('address').textContent ?? '');

afterEach(() => jest.restoreAllMocks());

describe('MapView', () => {
  it('draws everything around the root, and says the same in words', async () => {
    const { api, painted } = open();
    expect(await map()).toBeVisible();
    expect(api.overviewQueries[0]).toMatchObject({
      root: SAMPLE.transactions,
      direction: 'both',
      limit: 5_000,
    });
    await waitFor(() => expect(painted.lines).toBeGreaterThan(5));
    const table = await screen.findByRole('table', {
      name: 'By distance and kind',
    });
    const rows = within(table)
      .getAllByRole('row')
      .map(({ textContent }) => textContent);
    expect(rows).toContain('the startdataset1');
    expect(rows).toContain('2 steps upstreamdataset outside the catalog1');
    const total = within(table).getByRole('row', { name: /^All/ });
    const names = within(
      screen.getByRole('region', { name: /^The nearest \d+ by name/ }),
    ).getAllByRole('link');
    expect(total).toHaveTextContent(String(names.length));
    expect(
      await screen.findByRole('link', { name: 'Fraud score' }),
    ).toHaveAttribute('href', expect.stringContaining('/lineage?root=model'));
    // Part of the sample is not for the reader.
    expect(
      screen.getByText('Part of it is not visible to you and left out.'),
    ).toBeVisible();
  });

  it('moves by arrow keys, says what is chosen, and opens it with Enter', async () => {
    const { onRoot } = open();
    const canvas = await map();
    canvas.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(await (await chosen()).findByText(/the start/)).toBeVisible();
    await userEvent.keyboard('{ArrowRight}');
    expect(
      await (await chosen()).findByText(/1 step downstream/),
    ).toBeVisible();
    await userEvent.keyboard('{Enter}');
    expect(onRoot).toHaveBeenCalledTimes(1);
    // The address follows when the reader pauses.
    await waitFor(() =>
      expect(address()).toContain(`selected=${onRoot.mock.calls[0][0]}`),
    );
    await userEvent.keyboard('{Home}{Enter}');
    // The graph of the start is the one that belongs to this page.
    await waitFor(() => expect(address()).not.toContain('view=map'));
    expect(onRoot).toHaveBeenCalledTimes(1);
  });

  it('shows what the address has chosen, without the panel of the graph', async () => {
    const { onRoot } = open(`?view=map&selected=${SAMPLE.model}`);
    const panel = await chosen();
    expect(await panel.findByText('Fraud score')).toBeVisible();
    expect(
      screen.queryByRole('complementary', { name: /Fraud score/ }),
    ).not.toBeInTheDocument();
    await userEvent.click(
      panel.getByRole('button', { name: 'Open its graph' }),
    );
    expect(onRoot).toHaveBeenCalledWith(SAMPLE.model);
  });

  it('finds things, and goes from one to the next', async () => {
    open();
    await map();
    const field = screen.getByLabelText('Search on the map');
    await userEvent.type(field, 'fraud');
    expect(await screen.findByText(/^\d found$/)).toBeVisible();
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText(/^1 \/ \d$/)).toBeVisible();
    expect(await (await chosen()).findByText(/fraud/i)).toBeVisible();
    await userEvent.keyboard('{Escape}');
    expect(field).toHaveValue('');
  });

  it('asks for kinds, direction and time as the graph does', async () => {
    const { api } = open(
      '?view=map&kinds=dataset,model&direction=downstream&environment=staging&asOf=2026-01-01T00:00:00Z',
    );
    await waitFor(() =>
      expect(api.overviewQueries.at(-1)).toMatchObject({
        kinds: ['dataset', 'model'],
        direction: 'downstream',
        environment: 'staging',
        asOf: '2026-01-01T00:00:00.000Z',
      }),
    );
  });

  it('reads it again, and keeps what there was when that fails', async () => {
    const { api } = open();
    await map();
    failing(api, 'getOverview');
    await userEvent.click(screen.getByRole('button', { name: 'Read again' }));
    expect(
      await screen.findByText(/you see the one before/),
    ).toBeInTheDocument();
    expect(await map()).toBeVisible();
  });

  it('says why there is no map, and tries again', async () => {
    const api = failing(new MemoryLineageApi(sampleWorld()), 'getOverview');
    open('?view=map', { api });
    expect(
      await screen.findByText('The database is being restarted'),
    ).toBeVisible();
    const again = new MemoryLineageApi(sampleWorld());
    Object.assign(api, { getOverview: again.getOverview.bind(again) });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await map()).toBeVisible();
  });

  it('says when there is nothing on it', async () => {
    const world = {
      ...sampleWorld(),
      nodes: [entityNode(SAMPLE.view), namedNode('job', 'airflow', 'load')],
      edges: [edge('ol:job:airflow/load', SAMPLE.view)],
    };
    open('?view=map&kinds=dataset', { world, root: SAMPLE.view });
    expect(
      await screen.findByText('Nothing is on the map but the start'),
    ).toBeVisible();
  });

  it('lists what is on it where it cannot be drawn', async () => {
    open('?view=map', { canvas: false });
    expect(await screen.findByText(/cannot draw the map/)).toBeVisible();
    expect(
      screen.getByRole('table', { name: 'By distance and kind' }),
    ).toBeVisible();
  });
});

describe('MapView of much', () => {
  it('says that it is cut off and shows more, and looks up a bounded number of names', async () => {
    const world = generateWorld(2_000);
    const api = new MemoryLineageApi(world);
    const full = api.getOverview.bind(api);
    jest
      .spyOn(api, 'getOverview')
      .mockImplementation(query =>
        full({ ...query, limit: query.limit === 10_000 ? 10_000 : 1_500 }),
      );
    const catalog = catalogApiMock({ entities: world.entities });
    const read = jest.spyOn(catalog, 'getEntitiesByRefs');
    open('?view=map', { world, root: world.root, api, catalog });
    await map();
    expect(
      await screen.findByText(/The map holds the nearest 1500/),
    ).toBeVisible();
    const sizes = () =>
      read.mock.calls.map(([{ entityRefs }]) => entityRefs.length);
    await waitFor(() => expect(Math.max(...sizes())).toBeGreaterThan(100));
    expect(Math.max(...sizes())).toBeLessThanOrEqual(MOST_NAMED);
    await userEvent.click(
      screen.getByRole('button', { name: 'Show up to 10000' }),
    );
    await waitFor(() =>
      expect(screen.queryByText(/The map holds/)).not.toBeInTheDocument(),
    );
  });

  it('is where the graph leads when it is cut off', async () => {
    const api = new MemoryLineageApi(sampleWorld());
    const whole = api.getGraph.bind(api);
    jest.spyOn(api, 'getGraph').mockImplementation(async query => ({
      ...(await whole(query)),
      truncated: true,
    }));
    open('', { api });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show the map of everything' }),
    );
    expect(await map()).toBeVisible();
    expect(address()).toContain('view=map');
  });

  it('looks where the address says, and the address where the reader looks', async () => {
    // jsdom lays nothing out.
    jest.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(800);
    jest.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600);
    const world = generateWorld(2_000);
    open('?view=map&place=900,400,1.5', { world, root: world.root });
    await map();
    await userEvent.click(screen.getByRole('button', { name: 'Larger' }));
    await waitFor(() => expect(address()).toContain('place=900,400,2.1'));
    await userEvent.click(screen.getByRole('button', { name: 'Show all' }));
    await waitFor(() => expect(address()).not.toContain('place='));
  });

  it('keeps in the address that all is shown', async () => {
    const world = generateWorld(2_000);
    const { api } = open('?view=map&all=1', { world, root: world.root });
    await map();
    expect(api.overviewQueries.map(({ limit }) => limit)).toEqual([10_000]);
  });

  it('colours by owner', async () => {
    open();
    await map();
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Colour by' }),
      'owner',
    );
    const legend = within(screen.getByRole('region', { name: 'Colour by' }));
    expect(await legend.findByText('Fraud & risk')).toBeVisible();
    expect(address()).toContain('colors=owner');
    fireEvent.change(screen.getByRole('combobox', { name: 'Colour by' }), {
      target: { value: 'kind' },
    });
    expect(await legend.findByText('feature views')).toBeVisible();
    expect(address()).not.toContain('colors=');
  });
});
