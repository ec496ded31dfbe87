import { screen } from '@testing-library/react';
import { MemoryLineageApi } from '../__testUtils__/MemoryLineageApi';
import { renderLineage } from '../__testUtils__/renderLineage';
import { sampleWorld } from '../__testUtils__/sampleWorld';
import { UnmappedLink } from './UnmappedLink';

describe('UnmappedLink', () => {
  it('leads whoever has the permission to what is not in the catalog', async () => {
    renderLineage(<UnmappedLink />, {
      api: new MemoryLineageApi(sampleWorld()),
    });
    expect(
      await screen.findByRole('link', { name: 'Observed, not in the catalog' }),
    ).toHaveAttribute('href', '/lineage/unmapped');
  });
});
