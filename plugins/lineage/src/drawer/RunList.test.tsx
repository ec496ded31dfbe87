import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LineageRun } from '@understudy/plugin-lineage-common';
import { MemoryLineageApi } from '../__testUtils__/MemoryLineageApi';
import { renderLineage } from '../__testUtils__/renderLineage';
import { sampleWorld } from '../__testUtils__/sampleWorld';
import { RunList } from './RunList';

const NODE = 'ol:job:ns/load';
const run = (id: string): LineageRun => ({
  id,
  state: 'complete',
  lastEventAt: '2026-03-01T04:00:00.000Z',
  inputs: [],
  outputs: [],
});
const MAY_BE_MORE = /^There may be more runs/;

function open(first: { runs: LineageRun[]; complete: boolean }) {
  const api = new MemoryLineageApi(sampleWorld());
  renderLineage(<RunList node={NODE} first={first} onUsed={() => {}} />, {
    api,
  });
  return api;
}

describe('RunList', () => {
  it('says that there may be more than the reader may see', async () => {
    const api = open({ runs: [run('a')], complete: false });
    expect(await screen.findByText(MAY_BE_MORE)).toBeVisible();

    jest.spyOn(api, 'getRuns').mockResolvedValueOnce({
      items: [run('a'), run('b')],
      complete: true,
      nextCursor: 'more',
    });
    await userEvent.click(screen.getByRole('button', { name: 'Older runs' }));
    expect(await screen.findAllByRole('listitem')).toHaveLength(2);
    expect(screen.queryByText(MAY_BE_MORE)).not.toBeInTheDocument();

    jest.spyOn(api, 'getRuns').mockResolvedValueOnce({
      items: [run('c')],
      complete: false,
    });
    await userEvent.click(screen.getByRole('button', { name: 'Older runs' }));
    expect(await screen.findByText(MAY_BE_MORE)).toBeVisible();
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
  });

  it('does not say that there was no run where one may be hidden', async () => {
    open({ runs: [], complete: false });
    expect(await screen.findByText(MAY_BE_MORE)).toBeVisible();
    expect(screen.queryByText('No run is known.')).not.toBeInTheDocument();
  });

  it('says what carried a run out, and its tags', async () => {
    const flags = ['a', 'b', 'c', 'd'].map(key => ({ key, value: 'true' }));
    const tags = [
      { key: 'team', value: 'risk' },
      {
        key: 'openlineage_client_version',
        value: '1.54.0',
        source: 'OPENLINEAGE_CLIENT',
      },
      { key: 'nightly' },
      ...flags,
    ];
    open({
      runs: [{ ...run('x'), engine: { name: 'spark', version: '3.5' }, tags }],
      complete: true,
    });
    expect(await screen.findByText('by spark 3.5')).toBeVisible();
    expect(
      screen.getByText('tags: team: risk, nightly, a, b, c and 1 more'),
    ).toBeVisible();
  });

  it('says when there was none', async () => {
    open({ runs: [], complete: true });
    expect(await screen.findByText('No run is known.')).toBeVisible();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
