import { Entity } from '@backstage/catalog-model';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryLineageApi } from '../__testUtils__/MemoryLineageApi';
import { renderLineage } from '../__testUtils__/renderLineage';
import { SAMPLE, sampleWorld } from '../__testUtils__/sampleWorld';
import { EntityLineageTab } from './EntityLineageTab';

jest.setTimeout(30_000);

function open(name: string) {
  const api = new MemoryLineageApi(sampleWorld());
  const isAsked = (entity: Entity) => entity.metadata.name === name;
  renderLineage(
    <EntityProvider entity={sampleWorld().entities.find(isAsked)}>
      <EntityLineageTab />
    </EntityProvider>,
    { api },
  );
  return api;
}

describe('EntityLineageTab', () => {
  it('says of a feature that the graph is that of its view, and follows its field', async () => {
    const api = open('card-velocity.payments_1h');
    expect(await screen.findByText(/is the lineage of the view/)).toBeVisible();
    await screen.findByText('Card velocity', { selector: '*' });
    expect(api.graphQueries[0].root).toBe(SAMPLE.view);
    await userEvent.click(
      screen.getByRole('button', { name: 'Follow payments_1h' }),
    );
    expect(screen.getByTestId('address')).toHaveTextContent(
      '?view=fields&field=payments_1h',
    );
    expect(
      screen.queryByText(/is the lineage of the view/),
    ).not.toBeInTheDocument();
    expect(api.fieldsQueries).toContainEqual(
      expect.objectContaining({ root: SAMPLE.view, field: 'payments_1h' }),
    );
  });

  it('says nothing of the kind of anything else', async () => {
    open('card-velocity');
    await screen.findAllByText('Card velocity');
    expect(
      screen.queryByText(/is the lineage of the view/),
    ).not.toBeInTheDocument();
  });
});
