import { screen } from '@testing-library/react';
import { hoursAgo } from '../__testUtils__/builders';
import { MemoryLineageApi } from '../__testUtils__/MemoryLineageApi';
import { renderLineage } from '../__testUtils__/renderLineage';
import { sampleWorld } from '../__testUtils__/sampleWorld';
import { DeadLettersPage } from './DeadLettersPage';

// Decisions are kept for a while, so that this takes a file of its own.
describe('DeadLettersPage for a reader who may not have events tried again', () => {
  it('offers it nowhere', async () => {
    const api = new MemoryLineageApi(sampleWorld());
    api.deadLetters = [
      {
        id: '1',
        kind: 'job',
        receivedAt: hoursAgo(1),
        eventTime: hoursAgo(2),
        attempts: 1,
        error: 'it is no event',
        bytes: 2,
        event: {},
      },
    ];
    renderLineage(<DeadLettersPage />, {
      api,
      denied: ['lineage.dead-letter.replay'],
    });
    expect(await screen.findByText('it is no event')).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Try/ })).toBeNull();
    expect(
      screen.getByRole('button', { name: 'Read the list again' }),
    ).toBeVisible();
  });
});
