import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Entity } from '@backstage/catalog-model';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  buildDataset,
  buildFeatureView,
  buildReader,
} from '../__testUtils__/dataBuilders';
import {
  buildDatasetVersion,
  buildViewVersion,
  VIEW,
} from '../__testUtils__/dataVersionBuilders';
import { failing, hanging } from '../__testUtils__/failing';
import { MemoryMlApi } from '../__testUtils__/MemoryMlApi';
import { renderMl } from '../__testUtils__/renderMl';
import { DataVersionsTab } from './DataVersionsTab';

function render(entity: Entity, api: MemoryMlApi, entities: Entity[] = []) {
  return renderMl(
    <EntityProvider entity={entity}>
      <DataVersionsTab />
    </EntityProvider>,
    {
      api,
      catalog: catalogApiMock({ entities: [entity, ...entities] }),
      mountPath: '/page',
      path: '/page',
    },
  );
}

describe('DataVersionsTab', () => {
  const view = buildFeatureView({}, { consumers: ['model:default/alpha'] });
  const alpha = buildReader('alpha', {
    consumes: [
      { view: VIEW, version: '3', mode: 'online' },
      { view: VIEW, version: '3', mode: 'offline' },
    ],
  });

  it('links each version, with its state and who pins it', async () => {
    render(view, new MemoryMlApi({ versions: [buildViewVersion(3)] }), [alpha]);
    const link = await screen.findByRole('link', { name: 'v3' });
    expect(link).toHaveAttribute(
      'href',
      '/ml/feature-views/default/card-velocity/versions/3',
    );
    const row = link.closest('tr');
    expect(await within(row!).findByText('1 model')).toBeVisible();
    expect(row).toHaveTextContent('live');
    expect(row).toHaveTextContent('none');
    expect(screen.getByText('1 version')).toBeVisible();
  });

  it('names versions of which no definition is stored', async () => {
    render(view, new MemoryMlApi({ versions: [buildViewVersion(3)] }));
    const list = await screen.findByRole('list', {
      name: 'The catalog names one more version, of which no definition was read:',
    });
    expect(list).toHaveTextContent('v2 deprecated');
  });

  it('says who took a version back, when and why', async () => {
    const gone = buildDatasetVersion(8, {
      tombstone: {
        deletedAt: '2026-03-04T05:06:07.000Z',
        deletedBy: 'user:default/data-engineer',
        reason: 'Half of it is missing',
      },
    });
    render(buildDataset(), new MemoryMlApi({ versions: [gone] }));
    expect(await screen.findByText('taken back')).toBeVisible();
    expect(screen.getByText(/Half of it is missing/)).toBeVisible();
    expect(screen.getByRole('link', { name: /data-engineer/ })).toBeVisible();
  });

  it('looks for labels, and shows all again', async () => {
    render(
      buildDataset(),
      new MemoryMlApi({
        versions: [7, 8].map(number => buildDatasetVersion(number)),
      }),
    );
    const field = await screen.findByLabelText('Label starts with');
    await userEvent.type(field, '9{Enter}');
    expect(
      await screen.findByText('No version has such a label'),
    ).toBeVisible();
    expect(field).toHaveFocus();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all versions' }),
    );
    expect(await screen.findByRole('link', { name: 'v7' })).toBeVisible();
  });

  it('remembers which columns are wanted', async () => {
    const api = new MemoryMlApi({ versions: [buildDatasetVersion(7)] });
    render(buildDataset(), api);
    await screen.findByRole('columnheader', { name: 'Digest' });
    await userEvent.click(screen.getByRole('button', { name: 'Columns' }));
    await userEvent.click(
      screen.getByRole('menuitemcheckbox', { name: 'Digest' }),
    );
    await userEvent.click(
      screen.getByRole('menuitemcheckbox', { name: 'Comes from' }),
    );
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(
        screen.queryByRole('columnheader', { name: 'Digest' }),
      ).not.toBeInTheDocument(),
    );
    expect(
      screen.getByRole('columnheader', { name: 'Comes from' }),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Columns' }));
    await userEvent.click(
      screen.getByRole('menuitem', { name: 'As at first' }),
    );
    expect(
      await screen.findByRole('columnheader', { name: 'Digest' }),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Columns' })).toHaveFocus();
  });

  it('says what makes versions where there are none', async () => {
    render(buildDataset(), new MemoryMlApi());
    expect(await screen.findByText('There are no versions yet')).toBeVisible();
    expect(
      await screen.findByText(/datasets\/default\/card-transactions\/versions/),
    ).toBeVisible();
  });

  it('says that it is loading', async () => {
    render(view, hanging(new MemoryMlApi(), 'listVersions'));
    expect(await screen.findByText('Loading the versions')).toBeVisible();
  });

  it('says what failed', async () => {
    render(view, failing(new MemoryMlApi(), 'listVersions'));
    expect(
      await screen.findByText('Could not read the versions'),
    ).toBeVisible();
  });
});
