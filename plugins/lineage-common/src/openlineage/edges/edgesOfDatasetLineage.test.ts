import { arrows, datasetKey, jobKey } from '../__testUtils__/events';
import { edgesOfDatasetLineage } from './edgesOfDatasetLineage';

const TIME = '2026-11-25T08:00:00.000000000Z';
const dataset = datasetKey('orders');

describe('edgesOfDatasetLineage', () => {
  it('leads from datasets and jobs straight to the dataset', () => {
    const sources = [datasetKey('b'), jobKey('load'), datasetKey('a'), dataset];
    const edges = edgesOfDatasetLineage({ dataset, sources }, TIME);
    expect(arrows(edges)).toEqual([
      'a -> orders',
      'b -> orders',
      'load -> orders',
    ]);
    expect(edges[0]).toMatchObject({ first: TIME, last: TIME });
  });

  it('has nothing once the facet was deleted', () => {
    expect(edgesOfDatasetLineage({ dataset, sources: null }, TIME)).toEqual([]);
  });
});
