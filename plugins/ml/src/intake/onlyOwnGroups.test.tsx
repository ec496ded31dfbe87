import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { buildRecord, sampleRecords } from '../__testUtils__/intakeBuilders';
import { MemoryIntakeApi } from '../__testUtils__/MemoryIntakeApi';
import { MemoryMlApi } from '../__testUtils__/MemoryMlApi';
import { renderMl } from '../__testUtils__/renderMl';
import { IntakePage } from './IntakePage';

function render(intake: MemoryIntakeApi) {
  return renderMl(<IntakePage />, {
    api: new MemoryMlApi(),
    intake,
    denied: ['ml.intake.decide', 'ml.version.register'],
    mountPath: '/ml/intake',
    path: '/ml/intake',
  });
}

describe('the intake for those who decide for own groups only', () => {
  it('offers these groups only', async () => {
    render(new MemoryIntakeApi(sampleRecords()));
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'Select chargeback_reason' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Claim for…' }),
    );
    expect(
      await screen.findByRole('radio', { name: /Payments fraud/ }),
    ).toBeEnabled();
    expect(screen.getAllByRole('radio')).toHaveLength(1);
    expect(screen.getByText(/may claim for your own groups/)).toBeVisible();
  });

  it('lets them take suggestions that are about these groups', async () => {
    const claim = (owner: string) => ({
      suggestions: [
        { action: 'claim' as const, owner, because: `The tag names ${owner}.` },
      ],
    });
    render(
      new MemoryIntakeApi([
        buildRecord('ours', claim('group:default/payments-fraud')),
        buildRecord('theirs', claim('group:default/search-ranking')),
      ]),
    );
    expect(
      await screen.findByRole('button', { name: 'Claim for payments-fraud' }),
    ).toBeVisible();
    expect(
      await screen.findByText('Seems to belong to search-ranking.'),
    ).toBeVisible();
  });

  it('shows a Model that they may not touch without a button', async () => {
    render(new MemoryIntakeApi(sampleRecords()));
    expect(
      await screen.findByText('Seems to be part of fraud-score.'),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Bind to fraud-score' }),
    ).not.toBeInTheDocument();
  });
});
