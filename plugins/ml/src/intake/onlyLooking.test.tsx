import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { sampleRecords } from '../__testUtils__/intakeBuilders';
import { MemoryIntakeApi } from '../__testUtils__/MemoryIntakeApi';
import { MemoryMlApi } from '../__testUtils__/MemoryMlApi';
import { renderMl } from '../__testUtils__/renderMl';
import { IntakePage } from './IntakePage';

function render() {
  const records = sampleRecords().map(record => ({ ...record, allowed: [] }));
  return renderMl(<IntakePage />, {
    api: new MemoryMlApi(),
    intake: new MemoryIntakeApi(records),
    denied: ['ml.intake.decide', 'ml.intake.claim'],
    mountPath: '/ml/intake',
    path: '/ml/intake',
  });
}

describe('the intake for those who may only look', () => {
  it('shows the rows and says why there are no decisions', async () => {
    render();
    expect(
      await screen.findByText(/You can look at the records/),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Select chargeback_reason' }),
    );
    expect(screen.getByRole('button', { name: 'Draft YAML' })).toBeEnabled();
    expect(
      screen.queryByRole('button', {
        name: /^(Claim for|Bind to|Ignore|Take back)…$/,
      }),
    ).not.toBeInTheDocument();
  });

  it('shows suggestions without a button', async () => {
    render();
    expect(
      await screen.findByText('Seems to belong to payments-fraud.'),
    ).toBeVisible();
    expect(
      screen.getByText("Its tag 'team' names the group Payments fraud."),
    ).toBeVisible();
  });

  it('lets files be downloaded but not uploaded', async () => {
    render();
    expect(
      await screen.findByRole('button', { name: 'Download CSV' }),
    ).toBeEnabled();
    expect(
      screen.queryByRole('button', { name: 'Upload CSV…' }),
    ).not.toBeInTheDocument();
  });
});
