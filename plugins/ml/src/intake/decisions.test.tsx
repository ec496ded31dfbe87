import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { buildModel } from '../__testUtils__/builders';
import { buildRecord, sampleRecords } from '../__testUtils__/intakeBuilders';
import { MemoryIntakeApi } from '../__testUtils__/MemoryIntakeApi';
import { MemoryMlApi } from '../__testUtils__/MemoryMlApi';
import { renderMl } from '../__testUtils__/renderMl';
import { IntakePage } from './IntakePage';

function render(intake: MemoryIntakeApi, search = '') {
  return renderMl(<IntakePage />, {
    api: new MemoryMlApi({
      models: [
        buildModel('fraud-score', { title: 'Fraud score' }),
        buildModel('greeting', { title: 'Greeting', type: 'prompt' }),
      ],
    }),
    intake,
    mountPath: '/ml/intake',
    path: `/ml/intake${search}`,
  });
}

const select = async (name: string) =>
  userEvent.click(
    await screen.findByRole('checkbox', { name: `Select ${name}` }),
  );
const press = async (name: string | RegExp) =>
  userEvent.click(await screen.findByRole('button', { name }));
const type = (label: string, text: string) =>
  userEvent.type(screen.getByLabelText(label), text);

describe('decisions about records', () => {
  it('claims in bulk and shows what became of each', async () => {
    const intake = new MemoryIntakeApi([
      buildRecord('mine'),
      buildRecord('gone-meanwhile'),
      buildRecord('declared', { allowed: [] }),
    ]);
    const decide = jest.spyOn(intake, 'decide');
    render(intake);
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'Select all on this page' }),
    );
    expect(screen.getByText('3 selected')).toBeVisible();
    await press('Claim for…');

    const dialog = await screen.findByRole('dialog', {
      name: 'Claim 2 records',
    });
    expect(within(dialog).getByText(/1 more is selected/)).toBeVisible();
    expect(
      within(dialog).getByRole('button', { name: 'Claim' }),
    ).toBeDisabled();
    const [mine] = await within(dialog).findAllByRole('radio');
    expect(mine).toHaveAccessibleName(/Payments fraud/);
    await userEvent.click(mine);

    intake.records = intake.records.filter(
      ({ record }) => record.name !== 'gone-meanwhile',
    );
    await press('Claim for Payments fraud');
    expect(await within(dialog).findByText('Done')).toBeVisible();
    expect(
      within(dialog).getByText("Refused: There is no 'gone-meanwhile'."),
    ).toBeVisible();
    expect(
      within(dialog).queryByRole('button', { name: /^Claim/ }),
    ).not.toBeInTheDocument();
    expect(decide).toHaveBeenCalledWith([
      {
        record: { server: 'eu-prod', name: 'mine' },
        decision: { action: 'claim', owner: 'group:default/payments-fraud' },
      },
      {
        record: { server: 'eu-prod', name: 'gone-meanwhile' },
        decision: { action: 'claim', owner: 'group:default/payments-fraud' },
      },
    ]);

    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Close' }),
    );
    expect(await screen.findByText(/1 record was decided about/)).toBeVisible();
    expect(screen.getByText(/registries are being read again/)).toBeVisible();
    // What was refused, and what was left out, can be tried otherwise.
    expect(screen.getByText('2 selected')).toBeVisible();
    expect(
      screen.getByRole('checkbox', { name: 'Select declared' }),
    ).toBeChecked();
    expect(
      screen.getByRole('checkbox', { name: 'Select mine' }),
    ).not.toBeChecked();
  });

  it('asks once for a double click', async () => {
    const intake = new MemoryIntakeApi(sampleRecords());
    const decide = jest.spyOn(intake, 'decide');
    render(intake);
    await select('chargeback_reason');
    await press('Ignore…');
    await type('Reason', 'A test');
    await userEvent.dblClick(
      screen.getByRole('button', { name: 'Ignore 1 record' }),
    );
    expect(await screen.findByText('Done')).toBeVisible();
    expect(decide).toHaveBeenCalledTimes(1);
  });

  it('ignores only for a reason', async () => {
    const intake = new MemoryIntakeApi(sampleRecords());
    render(intake);
    await select('chargeback_reason');
    await press('Ignore…');
    const confirm = await screen.findByRole('button', {
      name: 'Ignore 1 record',
    });
    expect(confirm).toBeDisabled();
    await type('Reason', '   ');
    expect(confirm).toBeDisabled();
    await type('Reason', 'A leftover of the spring campaign');
    await userEvent.click(confirm);
    expect(await screen.findByText('Done')).toBeVisible();
    await press('Close');
    await waitFor(() =>
      expect(
        screen.queryByRole('button', { name: 'chargeback_reason' }),
      ).not.toBeInTheDocument(),
    );
    expect(intake.records[1].decision?.decision).toEqual({
      action: 'ignore',
      reason: 'A leftover of the spring campaign',
    });
  });

  it('takes decisions back', async () => {
    const intake = new MemoryIntakeApi(sampleRecords());
    render(intake, '?status=ignored');
    await select('tmp_xgb_test');
    await press('Take back…');
    expect(
      await screen.findByText('tmp_xgb_test (eu-prod): Ignored'),
    ).toBeVisible();
    await press('Take back 1 decision');
    expect(await screen.findByText('Done')).toBeVisible();
    await press('Close');
    expect(
      await screen.findByText('No record fits these filters'),
    ).toBeVisible();
  });

  it('binds to a Model that is searched for', async () => {
    const intake = new MemoryIntakeApi(sampleRecords());
    const decide = jest.spyOn(intake, 'decide');
    render(intake);
    await select('chargeback_reason');
    await press('Bind to…');
    expect(
      await screen.findByRole('radio', { name: /Fraud score/ }),
    ).toBeEnabled();
    expect(
      screen.queryByRole('radio', { name: /Greeting/ }),
    ).not.toBeInTheDocument();
    const dialog = screen.getByRole('dialog');
    await userEvent.type(within(dialog).getByLabelText('Search'), 'zzz{Enter}');
    expect(await within(dialog).findByText('No Model fits.')).toBeVisible();
    await userEvent.clear(within(dialog).getByLabelText('Search'));
    await userEvent.type(
      within(dialog).getByLabelText('Search'),
      'fraud{Enter}',
    );
    await userEvent.click(
      await screen.findByRole('radio', { name: /Fraud score/ }),
    );
    await press('Bind to Fraud score');
    expect(await screen.findByText('Done')).toBeVisible();
    expect(decide.mock.calls[0][0][0].decision).toEqual({
      action: 'bind',
      model: 'model:default/fraud-score',
    });
  });

  it('offers prompts only to Models that are prompts', async () => {
    render(new MemoryIntakeApi(sampleRecords()));
    await select('greeting_prompt');
    await press('Bind to…');
    expect(
      await screen.findByRole('radio', { name: /Greeting/ }),
    ).toBeEnabled();
    expect(
      screen.queryByRole('radio', { name: /Fraud score/ }),
    ).not.toBeInTheDocument();
  });

  it('takes a suggestion at one click, and back at another', async () => {
    const intake = new MemoryIntakeApi(sampleRecords());
    const decide = jest.spyOn(intake, 'decide');
    render(intake);
    expect(
      await screen.findByText(
        "It has the name of Fraud score without '(copy)'.",
      ),
    ).toBeVisible();
    await press('Bind to fraud-score');
    expect(await screen.findByText('Bound to fraud-score')).toBeVisible();
    expect(decide.mock.calls[0][0]).toEqual([
      {
        record: { server: 'eu-prod', name: 'fraud-score (copy)' },
        decision: {
          action: 'bind',
          model: 'model:default/fraud-score',
          reason: "It has the name of Fraud score without '(copy)'.",
        },
      },
    ]);
    await press('Take back');
    await waitFor(() =>
      expect(
        screen.queryByText('Bound to fraud-score'),
      ).not.toBeInTheDocument(),
    );
  });

  it('says why a suggestion was refused', async () => {
    const intake = new MemoryIntakeApi(sampleRecords());
    render(intake);
    const button = await screen.findByRole('button', {
      name: 'Bind to fraud-score',
    });
    intake.records = [];
    await userEvent.click(button);
    expect(
      await screen.findByText(/There is no 'fraud-score \(copy\)'/),
    ).toBeVisible();
  });

  it('says what failed and keeps what was typed', async () => {
    const intake = new MemoryIntakeApi(sampleRecords());
    jest
      .spyOn(intake, 'decide')
      .mockRejectedValueOnce(new Error('The database is being restarted'));
    render(intake);
    await select('chargeback_reason');
    await press('Ignore…');
    await type('Reason', 'A test');
    await press('Ignore 1 record');
    expect(await screen.findByText('Nothing was decided')).toBeVisible();
    expect(screen.getByLabelText('Reason')).toHaveValue('A test');
    await press('Ignore 1 record');
    expect(await screen.findByText('Done')).toBeVisible();
  });

  it('explains buttons that do nothing', async () => {
    render(new MemoryIntakeApi(sampleRecords()));
    await select('legacy_price_model');
    const claim = await screen.findByRole('button', { name: 'Claim for…' });
    expect(claim).toHaveAttribute('aria-disabled', 'true');
    expect(claim).toHaveAccessibleDescription(/None of these can be claimed/);
    await userEvent.click(claim);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Draft YAML' })).toBeEnabled();
  });

  it('searches all groups for those who may decide for others', async () => {
    render(new MemoryIntakeApi(sampleRecords()));
    await select('chargeback_reason');
    await press('Claim for…');
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(
      await within(dialog).findByLabelText('Search'),
      'platform{Enter}',
    );
    expect(
      await within(dialog).findByRole('radio', { name: /Data platform/ }),
    ).toBeEnabled();
    await waitFor(() =>
      expect(
        within(dialog).queryByRole('radio', { name: /Payments fraud/ }),
      ).not.toBeInTheDocument(),
    );
  });

  it('drafts YAML to copy', async () => {
    render(new MemoryIntakeApi(sampleRecords()));
    await select('chargeback_reason');
    await press('Draft YAML');
    expect(
      await screen.findByRole('group', { name: 'Draft' }),
    ).toHaveTextContent('name: chargeback_reason');
    expect(screen.getByRole('button', { name: 'Copy draft' })).toBeVisible();
  });
});
