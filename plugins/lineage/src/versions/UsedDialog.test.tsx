import {
  cleanup,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LineageRun } from '@understudy/plugin-lineage-common';
import { hoursAgo } from '../__testUtils__/builders';
import { failing } from '../__testUtils__/failing';
import { MemoryLineageApi } from '../__testUtils__/MemoryLineageApi';
import { renderLineage } from '../__testUtils__/renderLineage';
import { SAMPLE, sampleWorld } from '../__testUtils__/sampleWorld';
import { LineageExplorer } from '../explorer/LineageExplorer';

function open(search = '', api = new MemoryLineageApi(sampleWorld())) {
  renderLineage(
    <LineageExplorer root={SAMPLE.transactions} onRoot={() => {}} />,
    { api, search },
  );
  return api;
}

/** A world in which many runs used one version. */
function manyRuns(count: number) {
  const runs = Array.from({ length: count }, (_, index): LineageRun => ({
    id: `run-${index}`,
    job: { id: SAMPLE.velocity, namespace: 'a', name: `=job-${index}` },
    state: 'complete',
    lastEventAt: hoursAgo(index),
    inputs: [
      { id: SAMPLE.transactions, namespace: 'pg', name: 't', version: '1' },
    ],
    outputs: [],
  }));
  return new MemoryLineageApi({
    ...sampleWorld(),
    runs: { [SAMPLE.velocity]: runs },
  });
}

function catchFiles(): Blob[] {
  const files: Blob[] = [];
  Object.assign(URL, {
    createObjectURL: (file: Blob) => {
      files.push(file);
      return 'blob:file';
    },
    revokeObjectURL: () => {},
  });
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  return files;
}

const dialog = () => screen.findByRole('dialog');
const rows = async () =>
  within(
    await within(await dialog()).findByRole('table', {
      name: 'Runs that used the version',
    }),
  )
    .getAllByRole('row')
    .slice(1);
const address = () =>
  decodeURIComponent(screen.getByTestId('address').textContent ?? '');

describe('UsedDialog', () => {
  it('opens from a version in the drawer and says what it is for', async () => {
    const api = open(`?selected=${SAMPLE.transactions}`);
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'What used version snapshot-41',
      }),
    );
    await screen.findByRole('dialog', {
      name: 'What used version snapshot-41 of Card transactions',
    });
    expect(screen.getByText(/this is the list to re-score/)).toBeVisible();
    expect(address()).toContain('used=snapshot-41');
    const found = await rows();
    // Ten runs of the view, and the training.
    expect(found).toHaveLength(11);
    expect(found[0]).toHaveTextContent('payments.card_velocity');
    expect(found[0]).toHaveTextContent('failed');
    expect(found[0]).toHaveTextContent('run=26');
    await waitFor(() =>
      expect(
        within(found[0])
          .getAllByRole('link')
          .map(({ textContent }) => textContent),
      ).toEqual([
        'payments.card_velocity',
        'Card velocity',
        'fraud.train',
        'Fraud score',
      ]),
    );
    expect(
      within(found[0]).getByRole('link', { name: 'Fraud score' }),
    ).toHaveAttribute('href', '/catalog/default/model/fraud-score');
    expect(api.usingRunsQueries[0]).toMatchObject({
      node: SAMPLE.transactions,
      version: 'snapshot-41',
    });
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(address()).not.toContain('used'));
  });

  it('is about the root when nothing is selected', async () => {
    open('?used=snapshot-40');
    await screen.findByRole('dialog', {
      name: 'What used version snapshot-40 of Card transactions',
    });
    expect(await rows()).toHaveLength(11);
  });

  it('asks between days, and refuses those that are the wrong way round', async () => {
    const api = open('?used=snapshot-41');
    await rows();
    const set = (label: string, value: string) => {
      fireEvent.change(screen.getByLabelText(label), { target: { value } });
      fireEvent.blur(screen.getByLabelText(label));
    };
    set('From', '2026-01-01');
    set('To', '2026-01-02');
    expect(
      await screen.findByText(
        'No run is known to have read this version in that time.',
      ),
    ).toBeVisible();
    expect(api.usingRunsQueries.at(-1)).toMatchObject({
      from: new Date(2026, 0, 1).toISOString(),
      to: new Date(new Date(2026, 0, 3).getTime() - 1).toISOString(),
    });
    const asked = api.usingRunsQueries.length;
    set('From', '2026-02-01');
    expect(
      await screen.findByText('The first day comes after the last.'),
    ).toBeVisible();
    expect(api.usingRunsQueries).toHaveLength(asked);
  });

  it('goes from page to page', async () => {
    open('?used=1', manyRuns(30));
    expect(await rows()).toHaveLength(25);
    await userEvent.click(screen.getByRole('button', { name: 'Older runs' }));
    await waitFor(async () => expect(await rows()).toHaveLength(5));
    expect(screen.getByText('Page 2')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Older runs' })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Newer runs' }));
    await waitFor(async () => expect(await rows()).toHaveLength(25));
  });

  it('saves all pages up to a thousand runs, says so, and lets no name be a formula', async () => {
    const files = catchFiles();
    open('?used=1', manyRuns(1_100));
    await rows();
    expect(screen.getByText('The file has at most 1,000 runs.')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Download as CSV' }),
    );
    expect(
      await screen.findByText(/There are more runs than the 1,000 latest/),
    ).toBeVisible();
    const lines = (await files[0].text()).trim().split('\r\n');
    expect(lines).toHaveLength(1_001);
    expect(lines[1]).toContain("run-0,a,'=job-0,complete,");
  });

  it('says when something is left out, on the page and in the file', async () => {
    const files = catchFiles();
    const whole = { ...sampleWorld(), restricted: [] };
    open('?used=snapshot-41', new MemoryLineageApi(whole));
    await rows();
    expect(
      screen.queryByText(/not visible to you and left out/),
    ).not.toBeInTheDocument();
    cleanup();
    open(
      '?used=snapshot-41',
      new MemoryLineageApi({ ...whole, restricted: [SAMPLE.train] }),
    );
    await rows();
    expect(
      screen.getByText(/are not visible to you and left out/),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Download as CSV' }),
    );
    await waitFor(() => expect(files).toHaveLength(1));
    const [head, ...lines] = (await files[0].text()).trim().split('\r\n');
    expect(head).toMatch(/,complete$/);
    expect(lines.filter(line => !line.endsWith(',false'))).toEqual([]);
  });

  it('says when nothing used it, and when that is not known', async () => {
    const api = open('?used=unheard-of');
    expect(
      await screen.findByText('No run is known to have read this version.'),
    ).toBeVisible();
    failing(api, 'listUsingRuns');
    await userEvent.click(
      screen.getByRole('button', { name: 'Download as CSV' }),
    );
    expect(await screen.findByText(/The file could not be made/)).toBeVisible();
  });

  it('says when the runs could not be read', async () => {
    open(
      '?used=1',
      failing(new MemoryLineageApi(sampleWorld()), 'listUsingRuns'),
    );
    expect(await screen.findByText(/The runs could not be read/)).toBeVisible();
    expect(
      await screen.findByText('The database is being restarted'),
    ).toBeVisible();
  });
});
