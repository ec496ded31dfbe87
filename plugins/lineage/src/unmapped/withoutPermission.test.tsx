import { screen, waitFor } from '@testing-library/react';
import { lineageNodeReadPermission } from '@understudy/plugin-lineage-common';
import { MemoryLineageApi } from '../__testUtils__/MemoryLineageApi';
import { renderLineage } from '../__testUtils__/renderLineage';
import { sampleWorld } from '../__testUtils__/sampleWorld';
import { UnmappedLink } from './UnmappedLink';

describe('UnmappedLink without the permission', () => {
  it('shows no way to a page that would refuse', async () => {
    renderLineage(
      <>
        <UnmappedLink />
        <p>The page</p>
      </>,
      {
        api: new MemoryLineageApi(sampleWorld()),
        denied: [lineageNodeReadPermission.name],
      },
    );
    expect(await screen.findByText('The page')).toBeVisible();
    await expect(
      waitFor(() => screen.getByRole('link', { name: /not in the catalog/ }), {
        timeout: 300,
      }),
    ).rejects.toThrow('Unable to find');
  });
});
