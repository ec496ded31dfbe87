import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { failing } from '../__testUtils__/failing';
import { MemoryLineageApi } from '../__testUtils__/MemoryLineageApi';
import { renderLineage } from '../__testUtils__/renderLineage';
import { SAMPLE, sampleWorld } from '../__testUtils__/sampleWorld';
import { LineageExplorer } from './LineageExplorer';

const onRoot = jest.fn();

function open(
  search = '',
  api = new MemoryLineageApi(sampleWorld()),
  root: string = SAMPLE.transactions,
) {
  renderLineage(<LineageExplorer root={root} onRoot={onRoot} />, {
    api,
    search,
  });
  return api;
}

const canvas = () => screen.findByRole('application');
const node = (name: RegExp) => screen.findByRole('group', { name });
const address = () =>
  decodeURIComponent(screen.getByTestId('address').textContent ?? '');

describe('LineageExplorer', () => {
  it('draws what a thing is made from and goes into, with names and owners', async () => {
    const api = open();
    expect(await canvas()).toHaveAccessibleName('Lineage of Card transactions');
    expect(
      await node(/^Card transactions, dataset, table, owned by Data platform/),
    ).toBeVisible();
    expect(
      await node(/^payments.card_velocity, job, batch, last run failed/),
    ).toBeVisible();
    expect(screen.getByText('8 things, 10 connections')).toBeVisible();
    expect(
      await screen.findByText(/A change here touches 8 things of 3 teams/),
    ).toBeVisible();
    expect(api.graphQueries).toEqual([
      {
        root: SAMPLE.transactions,
        direction: 'both',
        upstreamDepth: 2,
        downstreamDepth: 2,
        kinds: undefined,
        limit: 300,
      },
    ]);
  });

  it('says aloud how much is shown', async () => {
    open();
    expect(
      await screen.findByText(
        '8 things and 10 connections are shown. 2 neighbours are not shown.',
      ),
    ).toBeInTheDocument();
  });

  it('shows what is hidden on one side, and moves nothing for it', async () => {
    const api = open();
    const before = (await node(/^Fraud score, model/)).parentElement!.style
      .transform;
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Show 2 more that Fraud score goes into',
      }),
    );
    expect(await screen.findByText('10 things, 12 connections')).toBeVisible();
    expect(await node(/^Fraud score API/)).toBeVisible();
    expect(
      (await node(/^Fraud score, model/)).parentElement!.style.transform,
    ).toBe(before);
    expect(api.graphQueries[1]).toMatchObject({
      root: SAMPLE.model,
      direction: 'downstream',
      downstreamDepth: 1,
    });
  });

  it('asks anew for another depth, direction or choice of kinds', async () => {
    const api = open();
    await canvas();
    await userEvent.selectOptions(screen.getByLabelText('Downstream'), '0');
    await userEvent.click(screen.getByRole('button', { name: 'job' }));
    await screen.findByText('2 things, 1 connection');
    await userEvent.selectOptions(
      screen.getByLabelText('Direction'),
      'downstream',
    );
    await screen.findByText('1 thing, 0 connections');
    expect(api.graphQueries[2].kinds).not.toContain('job');
    expect(api.graphQueries[3]).toMatchObject({
      direction: 'downstream',
      upstreamDepth: undefined,
      downstreamDepth: 0,
    });
    expect(address()).toMatch(/downstreamDepth=0&.*direction=downstream/);
  });

  it('opens what is chosen beside the picture', async () => {
    open();
    fireEvent.click(await node(/^Card transactions/));
    const drawer = await screen.findByRole('complementary', {
      name: 'Card transactions',
    });
    expect(drawer).toHaveFocus();
    expect(await within(drawer).findByText('payment_id')).toBeVisible();
    expect(within(drawer).getByText('decimal')).toBeVisible();
    expect(within(drawer).getByText('11 of 12 checks passed')).toBeVisible();
    await userEvent.click(within(drawer).getByText(/Data source/));
    expect(
      await within(drawer).findByText(
        'postgres://warehouse.example:5432/payments',
      ),
    ).toBeVisible();
    expect(
      within(drawer).getByRole('link', { name: 'Open entity' }),
    ).toHaveAttribute('href', '/catalog/default/dataset/card-transactions');
    expect(address()).toContain(`selected=${SAMPLE.transactions}`);
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('complementary')).not.toBeInTheDocument();
    expect(address()).not.toContain('selected');
  });

  it('lists runs, and older ones on demand', async () => {
    open(`?selected=${encodeURIComponent(SAMPLE.velocity)}`);
    const drawer = await screen.findByRole('complementary');
    expect(
      await within(drawer).findByText('Executor lost: out of memory'),
    ).toBeVisible();
    await userEvent.click(
      within(drawer).getByRole('button', { name: 'Older runs' }),
    );
    await waitFor(() =>
      expect(within(drawer).getAllByText(/took 12 min/)).toHaveLength(20),
    );
    await userEvent.click(
      within(drawer).getByRole('button', { name: 'Older runs' }),
    );
    await waitFor(() =>
      expect(within(drawer).getAllByText(/took 12 min/)).toHaveLength(26),
    );
    expect(
      within(drawer).queryByRole('button', { name: 'Older runs' }),
    ).not.toBeInTheDocument();
  });

  it('starts anew from elsewhere', async () => {
    open(`?selected=${SAMPLE.model}`);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Start from here' }),
    );
    expect(onRoot).toHaveBeenCalledWith(SAMPLE.model);
  });

  it('folds a side away and opens it again', async () => {
    open(`?selected=${SAMPLE.view}`);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Fold downstream' }),
    );
    const folded = await node(/^1 folded away.*Card velocity goes into/);
    expect(screen.queryByRole('group', { name: /^Fraud score/ })).toBeNull();
    fireEvent.click(folded);
    expect(await node(/^Fraud score/)).toBeVisible();
  });

  it('walks along the connections by keyboard', async () => {
    open();
    const graph = await canvas();
    await node(/^Card velocity/);
    graph.focus();
    const current = () =>
      document.getElementById(graph.getAttribute('aria-activedescendant')!);
    await waitFor(() =>
      expect(current()).toHaveAccessibleName(/^Card transactions/),
    );
    await userEvent.keyboard('{ArrowLeft}');
    await waitFor(() =>
      expect(current()).toHaveAccessibleName(/^payments.load_card_payments/),
    );
    await userEvent.keyboard('{Home}{ArrowRight}');
    await waitFor(() =>
      expect(current()).not.toHaveAccessibleName(/^Card transactions/),
    );
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByRole('complementary')).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    expect(graph).toHaveFocus();
  });

  it('shows what is hidden by keyboard', async () => {
    const api = open('', undefined, SAMPLE.model);
    const graph = await canvas();
    await node(/^Checkout/);
    graph.focus();
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}{ArrowLeft}');
    await waitFor(() =>
      expect(
        document.getElementById(graph.getAttribute('aria-activedescendant')!),
      ).toHaveAccessibleName(/^Card transactions/),
    );
    const asked = api.graphQueries.length;
    await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}');
    await waitFor(() => expect(api.graphQueries.length).toBe(asked + 1));
    expect(api.graphQueries[asked].direction).toBe('upstream');
  });

  it('searches, with hits one by one', async () => {
    open();
    await canvas();
    await node(/^Fraud score/);
    await userEvent.keyboard('/');
    const field = screen.getByLabelText('Search in this graph');
    expect(field).toHaveFocus();
    await userEvent.keyboard('card');
    expect(await screen.findByText('5 found')).toBeVisible();
    await userEvent.keyboard('{Enter}{Enter}');
    expect(await screen.findByText(/^2 of 5: /)).toBeVisible();
    await userEvent.keyboard('{Escape}');
    expect(field).toHaveValue('');
  });

  it('brings out what belongs to an owner, and cuts nothing away', async () => {
    open();
    await userEvent.click(
      await screen.findByRole('checkbox', { name: /Payments/ }),
    );
    expect(address()).toContain('owner=group:default/payments');
    expect((await node(/^Fraud score/)).className).toMatch(/faint/);
    expect((await node(/^Card velocity/)).className).not.toMatch(/faint/);
    await userEvent.click(screen.getByRole('tab', { name: 'Table' }));
    expect(await screen.findByText('1 of 8 things')).toBeVisible();
  });

  it('brings out what is part of a system, and what is at a stage', async () => {
    open('?downstreamDepth=5');
    const systems = within(
      await screen.findByRole('region', { name: 'Systems' }),
    );
    await userEvent.click(
      await systems.findByRole('checkbox', { name: /^Card safety\s*2$/ }),
    );
    expect(address()).toContain('system=system:default/card-safety');
    expect((await node(/^Card velocity/)).className).toMatch(/faint/);
    expect((await node(/^Fraud score API/)).className).not.toMatch(/faint/);

    const stages = within(screen.getByRole('region', { name: 'Stages' }));
    await userEvent.click(
      stages.getByRole('checkbox', { name: /^production/ }),
    );
    expect(address()).toContain('stage=production');
    // Both are asked for: it is of the system, and at another stage.
    expect((await node(/^Fraud score API/)).className).toMatch(/faint/);

    await userEvent.click(
      systems.getByRole('button', { name: 'Bring out all' }),
    );
    expect(address()).not.toContain('system=');
    expect((await node(/^Card velocity/)).className).not.toMatch(/faint/);
  });

  it('switches between picture and table with T', async () => {
    open();
    await canvas();
    await userEvent.keyboard('t');
    expect(
      await screen.findByRole('table', { name: 'Everything in this graph' }),
    ).toBeVisible();
    expect(address()).toContain('view=table');
    await userEvent.keyboard('T');
    expect(await canvas()).toBeVisible();
  });

  it('says what may be missing', async () => {
    const api = new MemoryLineageApi(sampleWorld());
    api.status = { backlog: 142, deadLetters: 1 };
    open('?downstreamDepth=5', api);
    expect(
      await screen.findByText('Part of it is not visible to you and left out.'),
    ).toBeVisible();
    expect(
      await screen.findByText(
        /142 received events are not in here yet. 1 event could not be read./,
      ),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'See which' })).toHaveAttribute(
      'href',
      '/lineage/dead-letters',
    );
  });

  it('keeps the graph and says how old it is when the backend is down', async () => {
    const api = open();
    await node(/^Card transactions/);
    failing(api, 'getGraph');
    await userEvent.click(screen.getByRole('button', { name: 'Read again' }));
    expect(
      await screen.findByText(
        /could not be read again: The database is being restarted What you see is from/,
      ),
    ).toBeVisible();
    expect(await node(/^Card transactions/)).toBeVisible();
    await userEvent.selectOptions(screen.getByLabelText('Downstream'), '5');
    await waitFor(() => expect(address()).toContain('downstreamDepth=5'));
    expect(await screen.findByText('8 things, 10 connections')).toBeVisible();
  });

  it('says what is wrong when nothing can be shown, and tries again', async () => {
    const api = failing(new MemoryLineageApi(sampleWorld()), 'getGraph');
    open('', api);
    expect(
      await screen.findByText('The database is being restarted'),
    ).toBeVisible();
    expect(screen.getByText('Wait a moment and try again.')).toBeVisible();
    Object.assign(api, {
      getGraph: new MemoryLineageApi(sampleWorld()).getGraph.bind(
        new MemoryLineageApi(sampleWorld()),
      ),
    });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await canvas()).toBeVisible();
  });

  it.each([
    ['dataset:default/unheard-of', /physical:/],
    ['model:default/unheard-of', /understudy.dev\/openlineage-datasets/],
  ])(
    'says how lineage comes about when there is none of %s',
    async (root, hint) => {
      open('', undefined, root);
      expect(
        await screen.findByText('Nothing has named this yet'),
      ).toBeVisible();
      expect(screen.getByText(/OPENLINEAGE_URL=/)).toBeVisible();
      expect(screen.getByText(hint)).toBeVisible();
    },
  );

  it('needs no declaration for what events name themselves', async () => {
    open('', undefined, 'ol:dataset:pg/unheard-of');
    expect(await screen.findByText('Nothing has named this yet')).toBeVisible();
    expect(screen.queryByText(/physical:/)).not.toBeInTheDocument();
  });
});
