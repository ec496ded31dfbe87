import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { failing } from '../__testUtils__/failing';
import { buildEntity, edge, entityNode } from '../__testUtils__/builders';
import { MemoryLineageApi } from '../__testUtils__/MemoryLineageApi';
import { renderLineage } from '../__testUtils__/renderLineage';
import { SAMPLE, sampleWorld } from '../__testUtils__/sampleWorld';
import { LineageCard } from './LineageCard';

function open(name: string, api = new MemoryLineageApi(sampleWorld())) {
  const entity =
    sampleWorld().entities.find(({ metadata }) => metadata.name === name) ??
    buildEntity('Model', name);
  renderLineage(
    <EntityProvider entity={entity}>
      <LineageCard />
    </EntityProvider>,
    { api },
  );
  return api;
}

describe('LineageCard', () => {
  it('reads as a list what is made from what, past the jobs between', async () => {
    const api = open('card-transactions');
    expect(await screen.findByText('Made from (1)')).toBeVisible();
    expect(screen.getByText('Goes into (3)')).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'raw.public.card_payments' }),
    ).toHaveAttribute('href', expect.stringContaining('/lineage?root='));
    expect(await screen.findByText('feature view, Payments')).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Show the whole lineage' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/dataset/card-transactions/lineage',
    );
    expect(api.graphQueries).toHaveLength(1);
    expect(api.graphQueries[0].kinds).not.toContain('job');
  });

  it('shows that of the view for a feature', async () => {
    const api = open('card-velocity.payments_1h');
    expect(await screen.findByText('Made from (1)')).toBeVisible();
    expect(api.graphQueries[0].root).toBe(SAMPLE.view);
    expect(screen.getByText(/is the lineage of the view/)).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Follow payments_1h' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/feature/card-velocity.payments_1h/lineage?view=fields&field=payments_1h',
    );
  });

  it('says when part of it may not be seen', async () => {
    open('fraud-score');
    expect(
      await screen.findByText('Part of it is not visible to you and left out.'),
    ).toBeVisible();
  });

  it('says where it was observed instead', async () => {
    const world = sampleWorld();
    const tested = entityNode('model:default/tested');
    open(
      'tested',
      new MemoryLineageApi({
        ...world,
        nodes: [...world.nodes, tested],
        edges: [
          ...world.edges,
          edge(SAMPLE.trial, tested.id, 'observed', {
            environment: 'staging',
          }),
        ],
      }),
    );
    expect(
      await screen.findByText(/No run has connected it in production/),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'It was observed in staging' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/model/tested/lineage?environment=*',
    );
  });

  it('leads to what the catalog and runs disagree on', async () => {
    open('fraud-score');
    expect(
      await screen.findByRole('link', {
        name: '2 connections on which the catalog and runs disagree',
      }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/model/fraud-score/lineage?findings=1',
    );
  });

  it('says when that is not known, and shows the rest', async () => {
    open(
      'fraud-score',
      failing(new MemoryLineageApi(sampleWorld()), 'getFindings'),
    );
    expect(
      await screen.findByText(/Whether the catalog and runs agree is not/),
    ).toBeVisible();
    expect(
      await screen.findByRole('link', { name: 'Card velocity' }),
    ).toBeVisible();
  });

  it('says when nothing is known', async () => {
    open('unheard-of');
    expect(
      await screen.findByText('Nothing has named this in lineage events yet.'),
    ).toBeVisible();
  });

  it('says what went wrong', async () => {
    open(
      'card-transactions',
      failing(new MemoryLineageApi(sampleWorld()), 'getGraph'),
    );
    expect(
      await screen.findByText('The database is being restarted'),
    ).toBeVisible();
  });
});
