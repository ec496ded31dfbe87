import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { failing, hanging } from '../__testUtils__/failing';
import { MemoryMlApi } from '../__testUtils__/MemoryMlApi';
import { READER, renderMl } from '../__testUtils__/renderMl';
import { sampleData } from '../__testUtils__/sampleData';
import { PromotionList } from './PromotionList';

function render(api: MemoryMlApi, search = '') {
  return renderMl(<PromotionList />, {
    api,
    mountPath: '/ml/promotions',
    path: `/ml/promotions${search}`,
  });
}

describe('PromotionList', () => {
  it('lists promotions and what they wait for', async () => {
    render(new MemoryMlApi(sampleData()));
    expect(
      await screen.findByRole('link', { name: 'Promote v44' }),
    ).toHaveAttribute('href', '/ml/promotions/promotion-1');
    expect(
      screen.getByText(/Waiting for 1 approval by Payments fraud/),
    ).toBeVisible();
  });

  it('filters by state', async () => {
    render(new MemoryMlApi(sampleData()));
    await screen.findByRole('link', { name: 'Promote v44' });
    await userEvent.click(screen.getByRole('button', { name: 'succeeded' }));
    await waitFor(() =>
      expect(
        screen.queryByRole('link', { name: 'Promote v44' }),
      ).not.toBeInTheDocument(),
    );
    expect(screen.getByRole('link', { name: 'Promote v42' })).toBeVisible();
  });

  it('narrows to what I asked for', async () => {
    const api = new MemoryMlApi(sampleData());
    const list = jest.spyOn(api, 'listPromotions');
    render(api, '?show=mine');
    await waitFor(() =>
      expect(list).toHaveBeenCalledWith(
        expect.objectContaining({ requestedBy: READER }),
      ),
    );
  });

  it('says that it is loading', async () => {
    render(hanging(new MemoryMlApi(), 'listPromotions'));
    expect(await screen.findByText('Loading the promotions')).toBeVisible();
  });

  it('says what would be here when nothing is', async () => {
    render(new MemoryMlApi());
    expect(
      await screen.findByText('There are no promotions yet'),
    ).toBeVisible();
  });

  it('says what failed', async () => {
    render(failing(new MemoryMlApi(), 'listPromotions'));
    expect(
      await screen.findByText('Could not read the promotions'),
    ).toBeVisible();
  });
});
