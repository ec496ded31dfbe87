import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  buildDataset,
  buildFeatureView,
  buildReader,
  fullDataset,
} from '../__testUtils__/dataBuilders';
import { failing, hanging } from '../__testUtils__/failing';
import { renderCard } from '../__testUtils__/renderCard';
import { FieldsTab } from './FieldsTab';

const models = ['alpha', 'beta', 'gamma'].map(name => buildReader(name));
const consumers = models.map(
  ({ metadata }) => `model:default/${metadata.name}`,
);
const view = buildFeatureView({}, { consumers });

/** The row of a field, by its name. */
async function rowOf(field: string) {
  return within(
    await screen.findByRole('row', { name: new RegExp(`^${field}`) }),
  );
}

describe('FieldsTab of a feature view', () => {
  it('says everything of a field', async () => {
    renderCard(<FieldsTab />, view, { entities: models });
    const row = await rowOf('payments_1h');
    expect(row.getByText('int64 · payments')).toBeVisible();
    expect(
      row.getByText('Attempts in the last hour, refunds left out'),
    ).toBeVisible();
    expect(row.getByText('confidential')).toBeVisible();
    expect(row.getByText('indirect')).toBeVisible();
    expect(row.getByText('velocity')).toBeVisible();
  });

  it('links a field to its feature', async () => {
    renderCard(<FieldsTab />, view, { entities: models });
    expect(
      await screen.findByRole('link', { name: 'amount_avg' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/feature/card-velocity.amount_avg',
    );
  });

  it('does not link where the catalog has no feature', async () => {
    renderCard(<FieldsTab />, buildFeatureView({}, { features: false }));
    await rowOf('amount_avg');
    expect(
      screen.queryByRole('link', { name: 'amount_avg' }),
    ).not.toBeInTheDocument();
  });

  it('tells none from not looked at, and names another owner', async () => {
    renderCard(<FieldsTab />, view, { entities: models });
    const amount = await rowOf('amount_avg');
    expect(amount.getByText('none')).toBeVisible();
    expect(amount.getByText('Owned by')).toBeVisible();
    const count = await rowOf('tx_count');
    expect(count.getByText('not stated')).toBeVisible();
  });

  it('says of a deprecated field why and what to use instead', async () => {
    renderCard(<FieldsTab />, view, { entities: models });
    const row = await rowOf('tx_count');
    expect(row.getByText('deprecated')).toBeVisible();
    expect(row.getByText(/: Counted refunds as payments/)).toBeVisible();
    expect(row.getByRole('link', { name: 'payments_1h' })).toBeVisible();
  });

  it('names the models that read a field, the others on request', async () => {
    renderCard(<FieldsTab />, view, { entities: models });
    const row = await rowOf('amount_avg');
    expect(await row.findByText('3 models')).toBeVisible();
    expect(row.getByRole('link', { name: 'Title of alpha' })).toBeVisible();
    expect(row.queryByText('Title of gamma')).not.toBeInTheDocument();
    await userEvent.click(row.getByRole('button', { name: /Show 1 more/ }));
    expect(row.getByText('Title of gamma')).toBeVisible();
  });

  it('says that the models are being read', async () => {
    renderCard(<FieldsTab />, view, {
      catalog: hanging(catalogApiMock(), 'getEntitiesByRefs'),
    });
    expect((await rowOf('amount_avg')).getByText('reading')).toBeVisible();
  });

  it('shows the fields although the models cannot be read', async () => {
    renderCard(<FieldsTab />, view, {
      catalog: failing(
        catalogApiMock({ entities: models }),
        'getEntitiesByRefs',
      ),
    });
    expect(
      await screen.findByText('Could not read the models that use it'),
    ).toBeVisible();
    expect((await rowOf('amount_avg')).getByText('not known')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeVisible();
  });

  it('calls no field unused where a model cannot be seen', async () => {
    const reader = buildReader('alpha', {
      consumes: [
        {
          view: 'featureview:default/card-velocity',
          fields: ['amount_avg'],
          mode: 'online',
        },
      ],
    });
    renderCard(<FieldsTab />, view, { entities: [reader] });
    expect(
      await screen.findByText('2 more that are gone or that you may not see.'),
    ).toBeVisible();
    const amount = await rowOf('amount_avg');
    expect(amount.getByText('at least 1 model')).toBeVisible();
    expect((await rowOf('tx_count')).getByText('none known')).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'read by no model' }),
    ).not.toBeInTheDocument();
  });

  it('says which fields no model reads', async () => {
    renderCard(<FieldsTab />, buildFeatureView());
    await userEvent.click(
      await screen.findByRole('button', { name: 'read by no model' }),
    );
    expect(await screen.findByText('1 to 4 of 4 fields')).toBeVisible();
  });

  it('finds fields by words, classification and mark', async () => {
    renderCard(<FieldsTab />, view, { entities: models });
    await userEvent.type(
      await screen.findByRole('searchbox', { name: 'Name, text or tag' }),
      'velocity{Enter}',
    );
    expect(await screen.findByText('1 to 1 of 1 fields')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'deprecated' }));
    expect(
      await screen.findByText('No field fits these filters'),
    ).toBeVisible();
    await userEvent.click(
      screen.getAllByRole('button', { name: 'Clear filters' })[0],
    );
    expect(await screen.findByText('1 to 4 of 4 fields')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'internal' }));
    expect(await screen.findByText('1 to 1 of 1 fields')).toBeVisible();
  });

  it('puts fields in order by a column', async () => {
    renderCard(<FieldsTab />, view, { entities: models });
    const names = () =>
      screen
        .getAllByRole('row')
        .slice(1)
        .map(row => within(row).getAllByRole('link')[0].textContent);
    await screen.findByRole('button', { name: 'Field' });
    expect(names()[0]).toBe('payments_1h');
    await userEvent.click(screen.getByRole('button', { name: 'Field' }));
    expect(names()[0]).toBe('amount_avg');
    expect(
      screen.getByRole('columnheader', { name: /^Field/ }),
    ).toHaveAttribute('aria-sort', 'ascending');
    await userEvent.click(screen.getByRole('button', { name: /^Field/ }));
    expect(names()[0]).toBe('tx_count');
  });

  it('draws a wide view page by page', async () => {
    const fields = Array.from({ length: 500 }, (_, i) => ({ name: `f${i}` }));
    renderCard(<FieldsTab />, buildFeatureView({ fields }));
    expect(await screen.findByText('1 to 50 of 500 fields')).toBeVisible();
    expect(screen.getAllByRole('row')).toHaveLength(51);
    expect(screen.getByText(/holds at most 500 fields/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(await screen.findByText('51 to 100 of 500 fields')).toBeVisible();
    expect(screen.getByRole('link', { name: 'f50' })).toBeVisible();
  });

  it('says what to do when no fields are stated', async () => {
    renderCard(<FieldsTab />, buildFeatureView({ fields: [] }));
    expect(await screen.findByText('No fields are stated')).toBeVisible();
    expect(screen.getByText(/Add spec.fields/)).toBeVisible();
  });
});

describe('FieldsTab of a dataset', () => {
  it('has no column for models: they do not read single columns', async () => {
    renderCard(<FieldsTab />, buildDataset(fullDataset));
    await rowOf('amount_avg');
    expect(screen.queryByText('Used by models')).not.toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'read by no model' }),
    ).not.toBeInTheDocument();
  });
});
