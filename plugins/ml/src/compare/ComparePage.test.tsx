import { screen, within } from '@testing-library/react';
import { buildVersion } from '../__testUtils__/builders';
import { failing, hanging } from '../__testUtils__/failing';
import { MemoryMlApi } from '../__testUtils__/MemoryMlApi';
import { renderMl } from '../__testUtils__/renderMl';
import { ComparePage } from './ComparePage';

function memory() {
  return new MemoryMlApi({ versions: [buildVersion(42), buildVersion(44)] });
}

function render(api: MemoryMlApi, search: string) {
  return renderMl(<ComparePage />, {
    api,
    mountPath: '/ml/models/:namespace/:name/compare',
    path: `/ml/models/default/fraud-score/compare${search}`,
  });
}

describe('ComparePage', () => {
  it('says what got better and what got worse', async () => {
    render(memory(), '?version=44&version=42');
    const metrics = await screen.findByRole('region', { name: 'Metrics' });
    const row = (name: string) => {
      const cell = within(metrics).getByRole('cell', { name });
      return cell.closest('tr');
    };
    expect(row('auc')).toHaveTextContent('0.914');
    expect(row('auc')).toHaveTextContent('\u22120.00200worse');
    expect(row('log_loss')).toHaveTextContent('+0.00220worse');
    // Nobody said which way latency gets better.
    expect(row('latency_p99')).toHaveTextContent(/\u22122$/);
  });

  it('shows what differs and leaves out what does not', async () => {
    render(memory(), '?version=42&version=44');
    const params = await screen.findByRole('region', {
      name: 'Parameters that differ',
    });
    expect(within(params).getByText('max_depth')).toBeVisible();
    expect(within(params).queryByText('learning_rate')).not.toBeInTheDocument();
    const inputs = screen.getByRole('region', {
      name: 'Input fields that differ',
    });
    expect(within(inputs).getByText('device_age_days')).toBeVisible();
  });

  it.each([
    '',
    '?version=42',
    '?version=1&version=2&version=3&version=4&version=5',
  ])('refuses the address %p', async search => {
    render(memory(), search);
    expect(
      await screen.findByText(/two to four can be compared/),
    ).toBeVisible();
  });

  it('says that it is loading', async () => {
    render(hanging(memory(), 'compareVersions'), '?version=42&version=44');
    expect(await screen.findByText('Loading the comparison')).toBeVisible();
  });

  it('says what failed', async () => {
    render(failing(memory(), 'compareVersions'), '?version=42&version=44');
    expect(
      await screen.findByText('Could not read the comparison'),
    ).toBeVisible();
  });
});
