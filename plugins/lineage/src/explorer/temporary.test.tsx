import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { edge, namedNode } from '../__testUtils__/builders';
import { MemoryLineageApi } from '../__testUtils__/MemoryLineageApi';
import { renderLineage } from '../__testUtils__/renderLineage';
import { World } from '../__testUtils__/World';
import { LineageExplorer } from './LineageExplorer';

const read = namedNode('job', 'spark', 'app.read');
const join = namedNode('job', 'spark', 'app.join');
const frame = namedNode('dataset', 'inmemory://', 'frame_1');
const cached = namedNode('dataset', 'inmemory://', 'frame_2');

function open(world: World, search = '') {
  renderLineage(<LineageExplorer root={join.id} onRoot={() => {}} />, {
    api: new MemoryLineageApi(world),
    search,
  });
}

const world = (...edges: World['edges']): World => ({
  nodes: [read, join, frame, cached],
  edges,
  entities: [],
});
const chain = world(
  edge(read.id, frame.id),
  edge(frame.id, join.id),
  edge(join.id, cached.id),
);
const address = () =>
  decodeURIComponent(screen.getByTestId('address').textContent ?? '');

describe('data that lived in memory only', () => {
  it('is left out until the reader asks for it', async () => {
    open(chain);
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Show 2 datasets that lived in memory only',
      }),
    );
    expect(screen.getByText('4 things, 3 connections')).toBeVisible();
    expect(address()).toContain('temporary=1');
    await userEvent.click(
      screen.getByRole('button', {
        name: 'Leave out 2 datasets that lived in memory only',
      }),
    );
    expect(screen.getByText('2 things, 1 connection')).toBeVisible();
    expect(address()).not.toContain('temporary');
  });

  it('is drawn where the address points at it', async () => {
    open(chain, `?selected=${encodeURIComponent(frame.id)}`);
    expect(
      await screen.findByRole('button', {
        name: 'Show 1 dataset that lived in memory only',
      }),
    ).toBeVisible();
    expect(screen.getByText('3 things, 2 connections')).toBeVisible();
  });

  it('can be left out again while one of them is selected', async () => {
    open(chain, `?temporary=1&selected=${encodeURIComponent(frame.id)}`);
    expect(
      await screen.findByRole('button', {
        name: 'Leave out 2 datasets that lived in memory only',
      }),
    ).toBeVisible();
  });

  it('is not said to be nothing where there is nothing else', async () => {
    open(world(edge(join.id, cached.id)));
    expect(
      await screen.findByRole('button', {
        name: 'Show 1 dataset that lived in memory only',
      }),
    ).toBeVisible();
    expect(screen.getByText('1 thing, 0 connections')).toBeVisible();
  });
});
