import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ModelCardReport } from '@understudy/plugin-ml-common';
import { buildCard } from '../__testUtils__/buildCard';
import { failing } from '../__testUtils__/failing';
import { MemoryMlApi } from '../__testUtils__/MemoryMlApi';
import { renderMl } from '../__testUtils__/renderMl';
import { CardState } from './CardState';
import { reviewChoices } from './reviewChoices';

const MODEL = 'model:default/fraud-score';
const TEXT = '## Purpose\n\nScores card payments.\n';

function render(parts: Partial<ModelCardReport> = {}) {
  const api = new MemoryMlApi({ card: buildCard(TEXT, parts) });
  renderMl(<CardState model={MODEL} />, { api });
  return api;
}

describe('what is said of a card', () => {
  it('names how much of what the tier asks for is there, and what is not', async () => {
    render();
    expect(
      await screen.findByRole('meter', {
        name: '0 % of what risk tier high asks for',
      }),
    ).toHaveAttribute('aria-valuenow', '0');
    expect(screen.getByText(/have 3 words together/)).toBeVisible();
    const missing = screen.getAllByRole('listitem').length;
    await userEvent.click(
      screen.getByRole('button', { name: /What is missing/ }),
    );
    expect(screen.getAllByRole('listitem').length).toBeGreaterThan(missing);
  });

  it('does not take an unknown tier for a low one', async () => {
    render({ riskTier: undefined });
    expect(
      await screen.findByText(/the tier of this model is not known/),
    ).toBeVisible();
  });

  it('lets a reviewer approve the text that was read', async () => {
    const api = render({
      may: ['draft', 'in_review', 'approved'],
      review: { state: 'in_review', reviewedBy: 'user:default/scientist' },
    });
    const review = jest.spyOn(api, 'reviewCard');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Approve' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByLabelText(/^Note/), 'Good for a pilot');
    await userEvent.click(dialog.getByRole('button', { name: 'Approve' }));
    expect(await screen.findByText(/^Approved by/)).toBeVisible();
    expect(review).toHaveBeenCalledWith(MODEL, {
      version: undefined,
      digest: buildCard(TEXT).digest,
      state: 'approved',
      note: 'Good for a pilot',
    });
    expect(screen.getByText('Good for a pilot')).toBeVisible();
  });

  it('offers nothing to those who may nothing, but the file', async () => {
    render();
    expect(
      await screen.findByText('Nobody has reviewed this card'),
    ).toBeVisible();
    const names = screen
      .getAllByRole('button')
      .map(button => button.textContent);
    expect(names).toEqual([
      expect.stringMatching(/more/),
      'Save for Hugging Face',
    ]);
  });

  it('keeps what was typed when the backend refuses', async () => {
    const api = render({ may: ['in_review'] });
    jest
      .spyOn(api, 'reviewCard')
      .mockRejectedValue(new Error('the card has changed'));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Ask for a review' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByLabelText(/^Note/), 'Please look');
    await userEvent.click(
      dialog.getByRole('button', { name: 'Ask for a review' }),
    );
    expect(await dialog.findByText('the card has changed')).toBeVisible();
    expect(dialog.getByLabelText(/^Note/)).toHaveValue('Please look');
  });

  it('says that it cannot be read, and tries again', async () => {
    const api = failing(new MemoryMlApi(), 'getCard');
    const read = jest.spyOn(api, 'getCard');
    renderMl(<CardState model={MODEL} />, { api });
    expect(
      await screen.findByText('The database is being restarted'),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(read).toHaveBeenCalledTimes(2));
  });
});

describe('reviewChoices', () => {
  const all = ['draft', 'in_review', 'approved'] as const;

  it.each([
    ['draft', ['in_review', 'approved']],
    ['in_review', ['approved', 'draft']],
    ['approved', ['draft']],
    ['outdated', ['in_review', 'approved']],
  ] as const)('of a card in %s: %j', (state, choices) => {
    expect(reviewChoices({ review: { state }, may: [...all] })).toEqual(
      choices,
    );
    expect(reviewChoices({ review: { state }, may: [] })).toEqual([]);
  });
});
