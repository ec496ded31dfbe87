import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  buildDataset,
  buildFeatureView,
  fullDataset,
} from '../__testUtils__/dataBuilders';
import { renderCard } from '../__testUtils__/renderCard';
import { PhysicalCard } from './PhysicalCard';

describe('PhysicalCard', () => {
  it('groups places by environment and region', async () => {
    renderCard(<PhysicalCard />, buildDataset(fullDataset));
    const production = within(
      await screen.findByRole('region', { name: 'production · eu-central-1' }),
    );
    const [offline, stream] = production.getAllByRole('listitem');
    expect(offline).toHaveTextContent(/offline.*payments\.card_payments/);
    expect(stream).toHaveTextContent(/stream.*card-payments/);
    const development = screen.getByRole('region', {
      name: 'development · region not stated',
    });
    expect(within(development).getByText('name pattern')).toBeVisible();
  });

  it('copies a name as lineage knows it', async () => {
    const user = userEvent.setup();
    const write = jest.spyOn(window.navigator.clipboard, 'writeText');
    renderCard(<PhysicalCard />, buildDataset(fullDataset));
    await user.click(
      await screen.findByRole('button', {
        name: 'Copy name payments.card_payments',
      }),
    );
    await user.click(
      screen.getByRole('button', {
        name: 'Copy namespace kafka://events.example.com:9092',
      }),
    );
    expect(write.mock.calls).toEqual([
      ['payments.card_payments'],
      ['kafka://events.example.com:9092'],
    ]);
  });

  it('says what to do when no place is stated', async () => {
    renderCard(<PhysicalCard />, buildDataset());
    expect(await screen.findByText('No place is stated')).toBeVisible();
    expect(screen.getByText(/Add spec.physical/)).toBeVisible();
  });

  it('does not ask for the places of what is stored nowhere', async () => {
    renderCard(<PhysicalCard />, buildFeatureView({ type: 'on-demand' }));
    expect(
      await screen.findByText(/computed when it is asked for/),
    ).toBeVisible();
  });
});
