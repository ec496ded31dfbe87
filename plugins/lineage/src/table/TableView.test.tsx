import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { generateWorld } from '../__testUtils__/generateWorld';
import { MemoryLineageApi } from '../__testUtils__/MemoryLineageApi';
import { renderLineage } from '../__testUtils__/renderLineage';
import { SAMPLE, sampleWorld } from '../__testUtils__/sampleWorld';
import { LineageExplorer } from '../explorer/LineageExplorer';

function open(
  search: string,
  root: string = SAMPLE.transactions,
  api = new MemoryLineageApi(sampleWorld()),
) {
  renderLineage(<LineageExplorer root={root} onRoot={() => {}} />, {
    api,
    search: `?view=table${search}`,
  });
}

const table = () =>
  screen.findByRole('table', { name: 'Everything in this graph' });
const names = async () =>
  within(await table())
    .getAllByRole('row')
    .slice(1)
    .map(row => within(row).getAllByRole('button')[0].textContent);

describe('TableView', () => {
  it('lists everything that the picture shows, from upstream to downstream', async () => {
    open('&downstreamDepth=5');
    await screen.findByText('All 11 things');
    await within(await table()).findByText('Card velocity');
    expect((await names()).slice(0, 3)).toEqual([
      'raw.public.card_payments',
      'payments.load_card_payments',
      'Card transactions',
    ]);
    const row = within(await table()).getByRole('row', {
      name: /^payments.card_velocity/,
    });
    expect(row).toHaveTextContent('job, batch');
    expect(row).toHaveTextContent('1 step downstream');
    expect(row).toHaveTextContent('failed, 2 h ago');
    expect(row).not.toHaveTextContent('observed in');
    expect(
      within(await table()).getByRole('row', { name: /^Card transactions/ }),
    ).toHaveTextContent('observed in production, staging');
  });

  it('sorts by any column, either way', async () => {
    open('');
    const column = within(await table()).getByRole('button', { name: 'What' });
    await within(await table()).findByText('Fraud score');
    await userEvent.click(column);
    const sorted = await names();
    expect(sorted).toEqual([...sorted].sort((a, b) => a!.localeCompare(b!)));
    await userEvent.click(column);
    expect(await names()).toEqual([...sorted].reverse());
    expect(
      within(await table()).getByRole('columnheader', { name: 'What' }),
    ).toHaveAttribute('aria-sort', 'descending');
  });

  it('opens what is chosen, and leaves links be', async () => {
    open('');
    await userEvent.click(
      await within(await table()).findByRole('button', {
        name: 'Card transactions',
      }),
    );
    expect(await screen.findByRole('complementary')).toHaveFocus();
  });

  it('writes the graph as lists of lists, to open and close', async () => {
    open('&downstreamDepth=5');
    const section = await screen.findByRole('region', {
      name: 'What Card transactions goes into',
    });
    expect(
      within(section).getAllByText(/listed in full elsewhere/)[0],
    ).toBeVisible();
    const toggle = await within(section).findByRole('button', {
      name: 'Open what is under Fraud score',
    });
    expect(toggle).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(toggle);
    expect(
      within(section).getByRole('button', { name: 'Fraud score API' }),
    ).toBeVisible();
    expect(
      within(section).getByText(
        /component, through something not visible to you/,
      ),
    ).toBeVisible();
  });

  it('pages through many', async () => {
    const world = generateWorld(300);
    open(
      '&upstreamDepth=20&downstreamDepth=20&limit=1000',
      world.root,
      new MemoryLineageApi(world),
    );
    expect(await names()).toHaveLength(50);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Next page' }),
    );
    expect(await screen.findByText('51 to 100 of 310')).toBeVisible();
    expect(await names()).toHaveLength(50);
  });
});
