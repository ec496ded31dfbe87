import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { failing } from '../__testUtils__/failing';
import { MemoryLineageApi } from '../__testUtils__/MemoryLineageApi';
import { renderLineage } from '../__testUtils__/renderLineage';
import { SAMPLE, sampleWorld } from '../__testUtils__/sampleWorld';
import { useView } from '../explorer/useView';
import { ImpactBar } from './ImpactBar';

function Bar(props: { root: string }) {
  const [view, change] = useView();
  return (
    <ImpactBar
      root={props.root}
      title="Card transactions"
      open={view.impact}
      change={change}
    />
  );
}

function open(
  api = new MemoryLineageApi(sampleWorld()),
  options: { root?: string; search?: string } = {},
) {
  const { root = SAMPLE.transactions, search = '?impact=1' } = options;
  renderLineage(<Bar root={root} />, { api, search });
  return api;
}

const dialog = () => screen.findByRole('dialog');

describe('ImpactBar', () => {
  it('says in a sentence what a change touches, and shows it', async () => {
    open(undefined, { search: '' });
    expect(
      await screen.findByText(
        'A change here touches 8 things of 3 teams; 5 are in the catalog, 3 of them in production. There may be more that is not visible to you.',
      ),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'See what' }));
    expect(await dialog()).toHaveAccessibleName(
      'What a change of Card transactions touches',
    );
    expect(screen.getByTestId('address')).toHaveTextContent('impact=1');
  });

  it('says nothing of production where nothing of it is known', async () => {
    const api = new MemoryLineageApi(sampleWorld());
    const impact = await api.getImpact({
      root: SAMPLE.transactions,
      direction: 'downstream',
    });
    jest.spyOn(api, 'getImpact').mockResolvedValue({
      ...impact,
      totals: { items: 2, entities: 1, production: 0, owners: 1 },
      truncated: true,
      complete: true,
    });
    open(api, { search: '' });
    expect(
      await screen.findByText(
        'A change here touches at least 2 things of 1 team; 1 is in the catalog.',
      ),
    ).toBeVisible();
  });

  it('says when nothing depends on it', async () => {
    open(undefined, { root: SAMPLE.checkout, search: '' });
    expect(
      await screen.findByText('Nothing that is known depends on this.'),
    ).toBeVisible();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('lists all by owner, what nobody owns last', async () => {
    open();
    const table = await within(await dialog()).findByRole('table');
    await within(table).findByText('Fraud & risk');
    const groups = [...table.querySelectorAll('th[scope=rowgroup]')].map(
      ({ textContent }) => textContent,
    );
    expect(groups).toEqual([
      'Fraud & risk 2 things, the nearest 2 steps away',
      'Payments 1 thing, the nearest 1 step away',
      'Storefront 1 thing, the nearest 4 steps away',
      'No owner 4 things, the nearest 1 step away',
    ]);
    expect(
      within(table).getByRole('link', { name: 'Fraud score' }),
    ).toHaveAttribute('href', '/catalog/default/model/fraud-score');
    expect(
      within(table).getByRole('link', { name: 'fraud.train' }),
    ).toHaveAttribute(
      'href',
      expect.stringContaining('/lineage?root=ol%3Ajob'),
    );
  });

  it('saves all of it as a file', async () => {
    const files: Blob[] = [];
    Object.assign(URL, {
      createObjectURL: (file: Blob) => {
        files.push(file);
        return 'blob:file';
      },
      revokeObjectURL: () => {},
    });
    const saved: string[] = [];
    jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(function click(this: HTMLAnchorElement) {
        saved.push(this.download);
      });
    open();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Download all as CSV' }),
    );
    await waitFor(() =>
      expect(saved).toEqual(['impact-dataset-default-card-transactions.csv']),
    );
    expect(files[0].type).toBe('text/csv');
  });

  it('tells the owners, and says before whom', async () => {
    const api = open();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Tell the owners' }),
    );
    expect(
      await screen.findByText('These 3 owners get a notification now:'),
    ).toBeVisible();
    await waitFor(() =>
      expect(
        screen.getAllByRole('listitem').map(({ textContent }) => textContent),
      ).toEqual([
        'Fraud & risk, 2 things',
        'Payments, 1 thing',
        'Storefront, 1 thing',
      ]),
    );
    await userEvent.type(
      screen.getByLabelText('What you want to tell them'),
      'The column amount becomes EUR on Monday. ',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Tell 3 owners' }),
    );
    expect(await screen.findByText('3 owners were told.')).toBeVisible();
    expect(screen.getByText(/4 things have no owner/)).toBeVisible();
    expect(screen.getByText(/its owners were not told/)).toBeVisible();
    expect(api.notices).toEqual([
      {
        root: SAMPLE.transactions,
        environment: 'production',
        message: 'The column amount becomes EUR on Monday.',
      },
    ]);
  });

  it('keeps the message when it could not be sent', async () => {
    open(failing(new MemoryLineageApi(sampleWorld()), 'notifyOwners'));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Tell the owners' }),
    );
    const field = screen.getByLabelText('What you want to tell them');
    await userEvent.type(field, 'Soon');
    await userEvent.click(
      screen.getByRole('button', { name: 'Tell 3 owners' }),
    );
    expect(
      await screen.findByText('The database is being restarted'),
    ).toBeVisible();
    expect(field).toHaveValue('Soon');
  });

  it('says when it could not be counted, and counts again', async () => {
    const api = failing(new MemoryLineageApi(sampleWorld()), 'getImpact');
    open(api, { search: '' });
    expect(
      await screen.findByText(/could not be read: The database is being/),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});
