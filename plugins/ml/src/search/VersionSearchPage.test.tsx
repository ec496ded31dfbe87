import { InputError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { buildModel, buildVersion, daysAgo } from '../__testUtils__/builders';
import { buildDatasetVersion } from '../__testUtils__/dataVersionBuilders';
import { failing, hanging } from '../__testUtils__/failing';
import { MemoryMlApi } from '../__testUtils__/MemoryMlApi';
import { renderMl } from '../__testUtils__/renderMl';
import { sampleData } from '../__testUtils__/sampleData';
import { VersionSearchPage } from './VersionSearchPage';

function render(api: MemoryMlApi, search = '') {
  return renderMl(<VersionSearchPage />, {
    api,
    mountPath: '/ml/versions',
    path: `/ml/versions${search}`,
  });
}

const table = async () =>
  within(await screen.findByRole('table', { name: 'Versions' }));

describe('VersionSearchPage', () => {
  it('has owner, place, metrics and age of each version', async () => {
    render(new MemoryMlApi(sampleData()), '?text=42');
    const row = (await (await table()).findByText('v42')).closest('tr');
    expect(row).toHaveTextContent('payments-fraud');
    expect(row).toHaveTextContent('production · *');
    expect(row).toHaveTextContent('auc 0.912');
    expect(row).toHaveTextContent('18 d ago');
    expect(within(row!).getByRole('link', { name: 'v42' })).toHaveAttribute(
      'href',
      '/ml/models/default/fraud-score/versions/42',
    );
  });

  it('finds by a metric, shows it as a chip, and takes it off', async () => {
    render(new MemoryMlApi(sampleData()));
    const form = within(await screen.findByRole('form', { name: 'Metric' }));
    const add = form.getByRole('button', { name: 'Add the metric filter' });
    expect(add).toBeDisabled();
    await userEvent.type(form.getByLabelText('Name'), 'auc');
    await userEvent.type(form.getByLabelText('Value'), '0.913{Enter}');
    expect(await screen.findByText('2 versions')).toBeVisible();
    expect((await table()).queryByText('v42')).not.toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Remove the filter auc ≥ 0.913' }),
    );
    expect(await screen.findByText('44 versions')).toBeVisible();
  });

  it('finds by what is chosen in the rail', async () => {
    const api = new MemoryMlApi(sampleData());
    const search = jest.spyOn(api, 'searchVersions');
    render(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'production' }),
    );
    expect(await screen.findByText('2 versions')).toBeVisible();
    await userEvent.click(
      await screen.findByRole('button', { name: 'MLflow EU' }),
    );
    await waitFor(() =>
      expect(search).toHaveBeenLastCalledWith(
        expect.objectContaining({
          kind: 'Model',
          stage: 'production',
          source: 'eu-prod',
        }),
      ),
    );
    // Data are neither assigned nor in registries.
    await userEvent.click(
      await screen.findByRole('button', { name: 'datasets' }),
    );
    await waitFor(() =>
      expect(search).toHaveBeenLastCalledWith(
        expect.objectContaining({
          kind: 'Dataset',
          stage: undefined,
          source: undefined,
        }),
      ),
    );
    expect(
      screen.queryByRole('button', { name: 'production' }),
    ).not.toBeInTheDocument();
  });

  it('is about one kind where the page is', async () => {
    const api = new MemoryMlApi({
      versions: [buildDatasetVersion(7), buildVersion(44)],
    });
    const search = jest.spyOn(api, 'searchVersions');
    renderMl(<VersionSearchPage kind="Dataset" />, {
      api,
      mountPath: '/ml/datasets',
      path: '/ml/datasets?kind=Model',
    });
    expect(
      await screen.findByRole('columnheader', { name: 'Dataset' }),
    ).toBeVisible();
    expect(search).toHaveBeenLastCalledWith(
      expect.objectContaining({ kind: 'Dataset' }),
    );
    expect(
      screen.queryByRole('columnheader', { name: 'Metrics' }),
    ).not.toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'models' }),
    ).not.toBeInTheDocument();
  });

  it('leaves out deleted versions until they are asked for', async () => {
    const deleted = buildVersion(1, {
      tombstone: {
        deletedAt: daysAgo(1),
        deletedBy: 'user:default/scientist',
        reason: 'Wrong data',
      },
    });
    render(
      new MemoryMlApi({
        versions: [deleted, buildVersion(2)],
        models: [buildModel('fraud-score')],
      }),
    );
    expect(await screen.findByText('1 version')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'show them too' }),
    );
    expect(await screen.findByText('2 versions')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', {
        name: 'Remove the filter Deleted versions: show them too',
      }),
    );
    expect(await screen.findByText('1 version')).toBeVisible();
  });

  it('shows a thousand versions page by page', async () => {
    const versions = Array.from({ length: 1000 }, (_, index) =>
      buildVersion(index + 1, { createdAt: daysAgo(2000 - index) }),
    );
    render(new MemoryMlApi({ versions, models: [buildModel('fraud-score')] }));
    expect(await (await table()).findByText('v1000')).toBeVisible();
    expect((await table()).getAllByRole('row')).toHaveLength(51);
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(await (await table()).findByText('v950')).toBeVisible();
    expect(screen.getByText('1000 versions')).toBeVisible();
  });

  it.each([
    ['Download CSV', 'csv'],
    ['Download JSON', 'json'],
  ])('%s saves all that fit, on every page', async (name, format) => {
    const api = new MemoryMlApi(sampleData());
    const exported = jest.spyOn(api, 'exportVersions');
    const saved: { name?: string } = {};
    URL.createObjectURL = jest.fn(() => 'blob:versions');
    URL.revokeObjectURL = jest.fn();
    const click = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(function rememberName(this: HTMLAnchorElement) {
        saved.name = this.download;
      });
    render(api, '?metric=auc%3E%3D0.9&after=10');
    await userEvent.click(await screen.findByRole('button', { name }));
    expect(exported).toHaveBeenCalledWith(
      expect.objectContaining({ metric: ['auc>=0.9'], cursor: undefined }),
      format,
    );
    await waitFor(() => expect(saved.name).toBe(`versions.${format}`));
    click.mockRestore();
  });

  it('says why a file could not be made', async () => {
    render(failing(new MemoryMlApi(sampleData()), 'exportVersions'));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Download CSV' }),
    );
    expect(await screen.findByText('The file could not be made')).toBeVisible();
  });

  it('says what in the address is wrong, in the words of the backend', async () => {
    const api = new MemoryMlApi();
    jest
      .spyOn(api, 'searchVersions')
      .mockRejectedValue(new InputError("metric 'auc~1' is no condition"));
    render(api, '?metric=auc~1');
    expect(
      await screen.findByText("metric 'auc~1' is no condition"),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Remove the filter auc~1' }),
    ).toBeVisible();
  });

  it('says that nothing fits, and clears the filters', async () => {
    render(new MemoryMlApi(sampleData()), '?text=nothing');
    expect(
      await screen.findByText('No version fits these filters'),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(await screen.findByText('44 versions')).toBeVisible();
  });

  it('says where versions come from', async () => {
    render(new MemoryMlApi());
    expect(await screen.findByText('There are no versions yet')).toBeVisible();
  });

  it('says that it is loading', async () => {
    render(hanging(new MemoryMlApi(), 'searchVersions'));
    expect(await screen.findByText('Loading the versions')).toBeVisible();
  });

  it('says what failed', async () => {
    render(failing(new MemoryMlApi(), 'searchVersions'));
    expect(
      await screen.findByText('Could not read the versions'),
    ).toBeVisible();
  });
});
