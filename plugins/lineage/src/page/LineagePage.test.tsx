import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { MemoryLineageApi } from '../__testUtils__/MemoryLineageApi';
import { renderLineage } from '../__testUtils__/renderLineage';
import { SAMPLE, sampleWorld } from '../__testUtils__/sampleWorld';
import { LineagePage } from './LineagePage';

const open = (
  search = '',
  catalog = catalogApiMock({ entities: sampleWorld().entities }),
) =>
  renderLineage(<LineagePage />, {
    api: new MemoryLineageApi(sampleWorld()),
    search,
    catalog,
    mountPath: '/lineage',
  });

describe('LineagePage', () => {
  it('finds what to look at in the catalog', async () => {
    open();
    expect(
      await screen.findByRole('link', { name: /Card transactions/ }),
    ).toBeVisible();
    // Teams have no lineage.
    expect(screen.queryByText('Storefront')).not.toBeInTheDocument();
    await userEvent.type(
      screen.getByLabelText('What do you want to look at?'),
      'fraud',
    );
    const link = await screen.findByRole('link', {
      name: /^Fraud score model/,
    });
    await waitFor(() =>
      expect(screen.queryByText('Card transactions')).not.toBeInTheDocument(),
    );
    expect(link).toHaveAttribute(
      'href',
      '/lineage?root=model%3Adefault%2Ffraud-score',
    );
  });

  it('takes the id of a node', async () => {
    open();
    await userEvent.type(
      await screen.findByLabelText('What do you want to look at?'),
      SAMPLE.raw,
    );
    expect(
      await screen.findByRole('link', {
        name: /Look at raw.public.card_payments/,
      }),
    ).toHaveAttribute(
      'href',
      `/lineage?${new URLSearchParams({ root: SAMPLE.raw })}`,
    );
  });

  it('says so when nothing fits', async () => {
    open();
    await userEvent.type(
      await screen.findByLabelText('What do you want to look at?'),
      'xyz',
    );
    expect(
      await screen.findByText('Nothing found. Try another part of its name.'),
    ).toBeVisible();
  });

  it('remembers what was looked at', async () => {
    open(`?root=${encodeURIComponent(SAMPLE.raw)}`);
    expect(
      await screen.findByRole('heading', { name: 'raw.public.card_payments' }),
    ).toBeVisible();
    await screen.findByRole('application');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Look at something else' }),
    );
    expect(screen.getByTestId('address')).toHaveTextContent(/^\/lineage$/);
  });

  it('stays in the environment when it goes elsewhere', async () => {
    open(
      `?root=${SAMPLE.transactions}&environment=staging&selected=${encodeURIComponent(SAMPLE.trial)}`,
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Start from here' }),
    );
    expect(
      await screen.findByRole('heading', { name: 'payments.trial', level: 2 }),
    ).toBeVisible();
    expect(screen.getByTestId('address')).toHaveTextContent(
      'environment=staging',
    );
    expect(
      await screen.findByRole('group', { name: /^exports.trial/ }),
    ).toBeVisible();
  });

  it.each(['', `?root=${SAMPLE.model}`])(
    'leads to what is not in the catalog from %p',
    async search => {
      open(search);
      expect(
        await screen.findByRole('link', {
          name: 'Observed, not in the catalog',
        }),
      ).toHaveAttribute('href', '/lineage/unmapped');
    },
  );

  it('says what is wrong with an id that is none', async () => {
    open('?root=nonsense');
    expect(await screen.findByText('Nothing has named this yet')).toBeVisible();
  });
});
