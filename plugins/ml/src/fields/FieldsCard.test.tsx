import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import {
  buildDataset,
  buildFeatureView,
  buildReader,
} from '../__testUtils__/dataBuilders';
import { failing } from '../__testUtils__/failing';
import { renderCard } from '../__testUtils__/renderCard';
import { FieldsCard } from './FieldsCard';

const models = ['alpha', 'beta', 'gamma'].map(name => buildReader(name));
const consumers = models.map(
  ({ metadata }) => `model:default/${metadata.name}`,
);

describe('FieldsCard', () => {
  it('shows the first fields and leads to all of them', async () => {
    const fields = Array.from({ length: 12 }, (_, i) => ({ name: `f${i}` }));
    renderCard(<FieldsCard />, buildFeatureView({ fields }));
    expect(await screen.findByText('Fields (12)')).toBeVisible();
    expect(screen.getAllByRole('row')).toHaveLength(11);
    expect(
      screen.getByRole('link', { name: 'Search all 12 fields' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/featureview/card-velocity/fields',
    );
  });

  it('counts models, and names them where they are few', async () => {
    const few = { entities: models.slice(0, 1) };
    renderCard(
      <FieldsCard />,
      buildFeatureView({}, { consumers: consumers.slice(0, 1) }),
      few,
    );
    expect(await screen.findAllByText('1 model')).toHaveLength(4);
    expect(
      screen.getAllByRole('link', { name: 'Title of alpha' })[0],
    ).toBeVisible();
  });

  it('only counts models where they are many', async () => {
    renderCard(<FieldsCard />, buildFeatureView({}, { consumers }), {
      entities: models,
    });
    expect(await screen.findAllByText('3 models')).toHaveLength(4);
    expect(screen.queryByText('Title of alpha')).not.toBeInTheDocument();
  });

  it('says when the models cannot be read', async () => {
    renderCard(<FieldsCard />, buildFeatureView({}, { consumers }), {
      catalog: failing(catalogApiMock(), 'getEntitiesByRefs'),
    });
    expect(
      await screen.findByText('Could not read the models that use it'),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'amount_avg' })).toBeVisible();
  });

  it('says what to do when no fields are stated', async () => {
    renderCard(<FieldsCard />, buildDataset());
    expect(await screen.findByText('No fields are stated')).toBeVisible();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});
