import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FacetList } from './FacetList';

const at = '2026-11-01T00:00:00.000Z';

describe('FacetList', () => {
  it('says why a facet is not shown', async () => {
    await renderInTestApp(
      <FacetList
        facets={[
          { name: 'documentation', at, bytes: 30, value: { text: 'Payments' } },
          { name: 'sql', at, bytes: 40, restricted: true },
          { name: 'spark_logicalPlan', at, bytes: 700_000 },
        ]}
      />,
    );
    for (const name of ['Documentation', 'Sql', 'Spark logical plan']) {
      await userEvent.click(screen.getByText(name));
    }
    expect(await screen.findByText('Payments')).toBeVisible();
    expect(
      screen.getAllByText('It can name things that you may not see.'),
    ).toHaveLength(1);
    expect(
      screen.getAllByText('It has 684 kB, too much to be shown here.'),
    ).toHaveLength(1);
  });
});
