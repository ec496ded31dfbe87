import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { buildSource, daysAgo } from '../__testUtils__/builders';
import { failing, hanging } from '../__testUtils__/failing';
import { buildRecord, sampleRecords } from '../__testUtils__/intakeBuilders';
import { MemoryIntakeApi } from '../__testUtils__/MemoryIntakeApi';
import { MemoryMlApi } from '../__testUtils__/MemoryMlApi';
import { renderMl } from '../__testUtils__/renderMl';
import { IntakePage } from './IntakePage';

function Address() {
  return <output aria-label="Address">{useLocation().search}</output>;
}

function render(
  intake: MemoryIntakeApi,
  options: { search?: string; api?: MemoryMlApi } = {},
) {
  const { search = '', api = new MemoryMlApi() } = options;
  return renderMl(
    <>
      <IntakePage />
      <Address />
    </>,
    { api, intake, mountPath: '/ml/intake', path: `/ml/intake${search}` },
  );
}

const address = () => screen.getByLabelText('Address').textContent;
const findRow = async (name: string) =>
  (await screen.findByRole('button', { name })).closest('tr') as HTMLElement;

describe('IntakePage', () => {
  it('begins with what waits for somebody', async () => {
    render(new MemoryIntakeApi(sampleRecords()));
    const row = await findRow('fraud-score (copy)');
    expect(within(row).getByText('Without an owner')).toBeVisible();
    expect(
      within(row).getByRole('link', { name: /fraud-score \(copy\) in MLflow/ }),
    ).toHaveAttribute('href', expect.stringContaining('mlflow.example'));
    expect(screen.getByText('5 records')).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'tmp_xgb_test' }),
    ).not.toBeInTheDocument();
  });

  it('keeps its filters in the address and asks the server for them', async () => {
    const intake = new MemoryIntakeApi(sampleRecords());
    const list = jest.spyOn(intake, 'listRecords');
    render(intake);
    const statuses = await screen.findByRole('group', { name: 'Status' });
    await userEvent.click(
      within(statuses).getByRole('button', { name: 'Ignored (1)' }),
    );
    expect(
      await screen.findByText('A test that was never meant to stay.'),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /us-research/ }));
    await userEvent.selectOptions(
      screen.getByLabelText('How it came to its Model'),
      'imported as its own',
    );
    await userEvent.type(screen.getByLabelText('Search'), 'greeting{Enter}');
    await waitFor(() =>
      expect(list).toHaveBeenLastCalledWith({
        server: ['us-research'],
        status: ['no-model', 'no-owner', 'ignored'],
        boundBy: 'default',
        text: 'greeting',
        gone: false,
        sort: undefined,
        cursor: undefined,
        limit: 50,
      }),
    );
    expect(address()).toContain('server=us-research');
    expect(address()).toContain('status=ignored');
    expect(address()).toContain('boundBy=default');
    expect(address()).toContain('text=greeting');
  });

  it('takes its filters from the address', async () => {
    render(new MemoryIntakeApi(sampleRecords()), {
      search: '?status=settled&text=fraud',
    });
    const row = await findRow('fraud-score');
    expect(within(row).getByText('Settled')).toBeVisible();
    expect(within(row).getByText('payments-fraud')).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'chargeback_reason' }),
    ).not.toBeInTheDocument();
  });

  it('pages on the server and draws no more than a page', async () => {
    const records = Array.from({ length: 1000 }, (_, i) =>
      buildRecord(`store-${i}`),
    );
    render(new MemoryIntakeApi(records));
    await findRow('store-0');
    expect(screen.getAllByRole('row')).toHaveLength(51);
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    await findRow('store-50');
    expect(screen.getByText('1000 records')).toBeVisible();
  });

  it('puts records in order on the server', async () => {
    const intake = new MemoryIntakeApi(sampleRecords());
    const list = jest.spyOn(intake, 'listRecords');
    render(intake);
    await findRow('chargeback_reason');
    const header = () =>
      screen.getByRole('columnheader', { name: 'First seen' });
    for (const sort of ['firstSeenAt', '-firstSeenAt']) {
      await userEvent.click(within(header()).getByRole('button'));
      await waitFor(() =>
        expect(list).toHaveBeenLastCalledWith(
          expect.objectContaining({ sort }),
        ),
      );
    }
    expect(header()).toHaveAttribute('aria-sort', 'descending');
  });

  it('shows what was decided and is still to come', async () => {
    render(new MemoryIntakeApi(sampleRecords()));
    const row = await findRow('returns_forecast');
    expect(within(row).getByText('Claimed for search-ranking')).toBeVisible();
    expect(within(row).getByText('waits for the next import')).toBeVisible();
  });

  it('opens a record with everything known about it', async () => {
    render(new MemoryIntakeApi(sampleRecords()));
    await userEvent.click(
      await screen.findByRole('button', { name: 'returns_forecast' }),
    );
    const drawer = await screen.findByRole('dialog', {
      name: 'returns_forecast',
    });
    expect(within(drawer).getByText(/decided by/)).toBeVisible();
    expect(
      within(drawer).getByRole('button', { name: 'Take back…' }),
    ).toBeVisible();
    expect(address()).toContain('record=');
    await userEvent.click(
      within(drawer).getByRole('button', { name: 'Close' }),
    );
    await waitFor(() => expect(address()).toBe(''));
  });

  it('closes a record that leaves the list', async () => {
    render(new MemoryIntakeApi(sampleRecords()), {
      search: '?record=%5B%22eu-prod%22%2C%22%22%2C%22tmp_xgb_test%22%5D',
    });
    await findRow('chargeback_reason');
    await waitFor(() => expect(address()).toBe(''));
    await userEvent.click(screen.getByRole('button', { name: 'Ignored (1)' }));
    await findRow('tmp_xgb_test');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('says that it is loading', async () => {
    render(hanging(new MemoryIntakeApi(), 'listRecords'));
    expect(await screen.findByText('Loading the records')).toBeVisible();
  });

  it('says that all is done when nothing waits', async () => {
    render(
      new MemoryIntakeApi([buildRecord('fraud-score', { status: 'settled' })]),
    );
    expect(
      await screen.findByText('Every record has a Model and an owner'),
    ).toBeVisible();
  });

  it('tells that apart from registries that were never read', async () => {
    render(new MemoryIntakeApi());
    expect(
      await screen.findByText('No registry has been read yet'),
    ).toBeVisible();
  });

  it('tells that apart from filters that fit nothing', async () => {
    render(new MemoryIntakeApi(sampleRecords()), { search: '?text=nothing' });
    expect(
      await screen.findByText('No record fits these filters'),
    ).toBeVisible();
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Clear filters' })[0],
    );
    await findRow('chargeback_reason');
  });

  it('says what failed and tries again', async () => {
    const intake = new MemoryIntakeApi(sampleRecords());
    const list = jest
      .spyOn(intake, 'listRecords')
      .mockRejectedValueOnce(new Error('The database is being restarted'));
    render(intake);
    expect(await screen.findByText('Could not read the records')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await findRow('chargeback_reason');
    expect(list).toHaveBeenCalledTimes(2);
  });

  it('keeps the rows when the backend can no longer be reached', async () => {
    const intake = new MemoryIntakeApi(sampleRecords());
    render(intake);
    const row = await findRow('chargeback_reason');
    failing(intake, 'listRecords');
    await userEvent.click(
      within(row).getByRole('button', { name: 'Claim for payments-fraud' }),
    );
    expect(
      await screen.findByText(/Could not refresh the records; showing/),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'chargeback_reason' }),
    ).toBeVisible();
  });

  it('says when a registry has not been read for long', async () => {
    render(new MemoryIntakeApi(sampleRecords()), {
      api: new MemoryMlApi({
        registries: [buildSource({ stale: true, lastSuccessAt: daysAgo(2) })],
      }),
    });
    expect(await screen.findByText(/MLflow EU last answered/)).toBeVisible();
  });
});
