import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { buildModel } from '../__testUtils__/builders';
import { failing, hanging } from '../__testUtils__/failing';
import { MemoryMlApi } from '../__testUtils__/MemoryMlApi';
import { renderMl } from '../__testUtils__/renderMl';
import { sampleData } from '../__testUtils__/sampleData';
import { ModelsPage } from './ModelsPage';

function render(api: MemoryMlApi, search = '') {
  return renderMl(<ModelsPage />, {
    api,
    mountPath: '/ml/models',
    path: `/ml/models${search}`,
  });
}

describe('ModelsPage', () => {
  it('begins with the models that I own', async () => {
    render(new MemoryMlApi(sampleData()));
    expect(await screen.findByText('Fraud score')).toBeVisible();
    expect(screen.queryByText('Search ranker')).not.toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'owned by me or my teams' }),
    ).toHaveAttribute('aria-pressed', 'true');
  });

  it('begins with all models when I own none', async () => {
    render(new MemoryMlApi({ ...sampleData(), mine: [] }));
    expect(await screen.findByText('Search ranker')).toBeVisible();
  });

  it('filters by what is chosen in the rail', async () => {
    render(new MemoryMlApi(sampleData()), '?show=all');
    expect(await screen.findByText('Search ranker')).toBeVisible();
    await userEvent.click(
      await screen.findByRole('button', { name: 'classifier' }),
    );
    await waitFor(() =>
      expect(screen.queryByText('Search ranker')).not.toBeInTheDocument(),
    );
    expect(screen.getByText('Fraud score')).toBeVisible();
  });

  it('is put in order by the server, one way and the other', async () => {
    const api = new MemoryMlApi(sampleData());
    const list = jest.spyOn(api, 'listModels');
    render(api, '?show=all&sort=colour');
    const header = await screen.findByRole('columnheader', { name: 'Model' });
    expect(header).toHaveAttribute('aria-sort', 'ascending');
    for (const sort of ['owner', '-owner', 'owner']) {
      await userEvent.click(screen.getByRole('button', { name: 'Owner' }));
      await waitFor(() =>
        expect(list).toHaveBeenLastCalledWith(
          expect.objectContaining({ sort, cursor: undefined }),
        ),
      );
    }
    expect(screen.getByRole('columnheader', { name: 'Owner' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
  });

  it('pages on the server', async () => {
    const models = Array.from({ length: 120 }, (_, i) =>
      buildModel(`forecast-${i}`),
    );
    render(new MemoryMlApi({ models }));
    expect(await screen.findByText('forecast-0')).toBeVisible();
    expect(screen.queryByText('forecast-50')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(await screen.findByText('forecast-50')).toBeVisible();
    expect(screen.queryByText('forecast-0')).not.toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Previous page' }),
    );
    expect(await screen.findByText('forecast-0')).toBeVisible();
  });

  it('says that it is loading', async () => {
    render(hanging(new MemoryMlApi(), 'listModels'));
    expect(await screen.findByText('Loading the models')).toBeVisible();
  });

  it('says what would be here when there is nothing', async () => {
    render(new MemoryMlApi());
    expect(await screen.findByText('There are no models yet')).toBeVisible();
  });

  it('tells filters that fit nothing from an empty portal', async () => {
    render(new MemoryMlApi(sampleData()), '?show=all&text=nothing');
    expect(
      await screen.findByText('No model fits these filters'),
    ).toBeVisible();
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Clear filters' })[0],
    );
    expect(await screen.findByText('Search ranker')).toBeVisible();
  });

  it('says what failed', async () => {
    render(failing(new MemoryMlApi(), 'listModels'));
    expect(await screen.findByText('Could not read the models')).toBeVisible();
  });
});
