import { NotAllowedError } from '@backstage/errors';
import { LineageDeadLetter } from '@understudy/plugin-lineage-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { hoursAgo } from '../__testUtils__/builders';
import { failing } from '../__testUtils__/failing';
import { MemoryLineageApi } from '../__testUtils__/MemoryLineageApi';
import { renderLineage } from '../__testUtils__/renderLineage';
import { sampleWorld } from '../__testUtils__/sampleWorld';
import { DeadLettersPage } from './DeadLettersPage';

function letter(
  id: number,
  more: Partial<LineageDeadLetter> = {},
): LineageDeadLetter {
  return {
    id: String(id),
    kind: 'run',
    receivedAt: hoursAgo(3),
    eventTime: '2026-11-20T08:00:00.000000000Z',
    runId: '01a21421-0a53-763b-aa92-69bfbb9cdad3',
    attempts: 5,
    error: `reason ${id}`,
    bytes: 300,
    event: { job: { name: `job-${id}` } },
    ...more,
  };
}

function apiWith(letters: LineageDeadLetter[]) {
  const api = new MemoryLineageApi(sampleWorld());
  api.deadLetters = letters;
  return api;
}

function open(api: MemoryLineageApi, search = '') {
  renderLineage(<DeadLettersPage />, { api, search });
}

const rows = async () =>
  within(
    await screen.findByRole('table', {
      name: 'Events that could not be read, the first received first',
    }),
  )
    .getAllByRole('row')
    .slice(1);
const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('DeadLettersPage', () => {
  it('says of each event what it is and why it could not be read', async () => {
    open(
      apiWith([
        letter(1),
        letter(2, {
          kind: 'dataset',
          runId: undefined,
          bytes: 2_000_000,
          event: undefined,
        }),
      ]),
    );
    const [first, second] = await rows();
    expect(first).toHaveTextContent('run event');
    expect(first).toHaveTextContent('3 h ago');
    expect(first).toHaveTextContent('run 01a21421-0a53-763b-aa92-69bfbb9cdad3');
    expect(first).toHaveTextContent('reason 1');
    expect(second).toHaveTextContent('dataset event');

    await userEvent.click(button('Show run event 1'));
    expect(screen.getByLabelText('Event 1 as it is kept')).toHaveValue(
      JSON.stringify({ job: { name: 'job-1' } }, null, 2),
    );
    await userEvent.click(button('Hide run event 1'));
    expect(screen.queryByLabelText('Event 1 as it is kept')).toBeNull();
    await userEvent.click(button('Show dataset event 2'));
    expect(second).toHaveTextContent(/It has 2.000.000 bytes, too many/);
  });

  it('has one tried again, or all, and says how many', async () => {
    const api = apiWith([letter(1), letter(2), letter(3)]);
    open(api);
    await rows();
    await userEvent.click(button('Try again: event 2'));
    expect(
      await screen.findByText(/^1 event is being tried again\./),
    ).toBeVisible();
    await waitFor(async () => expect(await rows()).toHaveLength(2));
    expect(api.deadLetters.map(({ id }) => id)).toEqual(['1', '3']);

    await userEvent.click(button('Try all again'));
    expect(
      await screen.findByText(/^2 events are being tried again\./),
    ).toBeVisible();
    expect(await screen.findByText('Every event could be read')).toBeVisible();
  });

  it('goes from page to page, and has those of one page tried again', async () => {
    const api = apiWith(
      Array.from({ length: 30 }, (_, index) => letter(index + 1)),
    );
    open(api);
    expect(await rows()).toHaveLength(25);
    await userEvent.click(button('Next page'));
    await waitFor(async () => expect(await rows()).toHaveLength(5));
    expect(screen.getByTestId('address')).toHaveTextContent('cursor=25');
    expect(button('Next page')).toBeDisabled();

    await userEvent.click(button('Try all on this page again'));
    expect(await screen.findByText('There are no more')).toBeVisible();
    expect(api.deadLetters).toHaveLength(25);
    await userEvent.click(button('First page'));
    await waitFor(async () => expect(await rows()).toHaveLength(25));
  });

  it('names the permission that it takes', async () => {
    open(
      Object.assign(apiWith([]), {
        listDeadLetters: async () => {
          throw new NotAllowedError('No');
        },
      }),
    );
    expect(
      await screen.findByText(/permission lineage\.dead-letter\.read/),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Try all again' })).toBeNull();
  });

  it('says why they could not be tried again, and keeps the list', async () => {
    open(failing(apiWith([letter(1)]), 'replayDeadLetters'));
    await rows();
    await userEvent.click(button('Try all again'));
    expect(
      await screen.findByText(/They could not be tried again/),
    ).toBeVisible();
    expect(await rows()).toHaveLength(1);
  });
});
