import { renderTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import { lineageApiRef } from './api/LineageApi';
import { layoutApiRef } from './graph/layout/LayoutApi';
import { lineagePlugin } from './plugin';
import { InlineLayout } from './__testUtils__/InlineLayout';
import { MemoryLineageApi } from './__testUtils__/MemoryLineageApi';
import { mockCanvas } from './__testUtils__/mockCanvas';
import { SAMPLE, sampleWorld } from './__testUtils__/sampleWorld';

function open(path: string) {
  const world = sampleWorld();
  mockCanvas();
  renderTestApp({
    features: [catalogPlugin, lineagePlugin],
    initialRouteEntries: [path],
    apis: [
      [lineageApiRef, new MemoryLineageApi(world)],
      [layoutApiRef, new InlineLayout()],
      [catalogApiRef, catalogApiMock({ entities: world.entities })],
    ],
  });
}

describe('lineagePlugin', () => {
  it.each([
    ['/lineage', 'What do you want to look at?'],
    ['/lineage/unmapped', 'raw.public.card_payments'],
    ['/lineage/nowhere', 'There is no such page'],
    [`/lineage?root=${SAMPLE.model}`, 'A change here touches 3 things'],
    ['/catalog/default/model/fraud-score', 'Show the whole lineage'],
    [
      '/catalog/default/model/fraud-score/lineage',
      'A change here touches 3 things',
    ],
    [
      '/catalog/default/feature/card-velocity.payments_1h/lineage',
      'A change here touches 6 things',
    ],
  ])('opens %s', async (path, text) => {
    open(path);
    expect(
      (await screen.findAllByText(text, { exact: false }))[0],
    ).toBeVisible();
  });
});
