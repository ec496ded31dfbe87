import { screen } from '@testing-library/react';
import { lineageImpactNotifyPermission } from '@understudy/plugin-lineage-common';
import { MemoryLineageApi } from '../__testUtils__/MemoryLineageApi';
import { renderLineage } from '../__testUtils__/renderLineage';
import { SAMPLE, sampleWorld } from '../__testUtils__/sampleWorld';
import { ImpactBar } from './ImpactBar';

describe('ImpactBar for those who may not tell the owners', () => {
  it('shows what is touched without that button', async () => {
    renderLineage(
      <ImpactBar
        root={SAMPLE.transactions}
        title="Card transactions"
        open
        change={() => {}}
      />,
      {
        api: new MemoryLineageApi(sampleWorld()),
        denied: [lineageImpactNotifyPermission.name],
      },
    );
    expect(
      await screen.findByRole('button', { name: 'Download all as CSV' }),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Tell the owners' }),
    ).not.toBeInTheDocument();
  });
});
