import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  buildModelEntity,
  buildSource,
  buildVersion,
} from '../__testUtils__/builders';
import { failing, hanging } from '../__testUtils__/failing';
import { MemoryMlApi } from '../__testUtils__/MemoryMlApi';
import { renderMl } from '../__testUtils__/renderMl';
import { sampleData } from '../__testUtils__/sampleData';
import { VersionsTab } from './VersionsTab';

function render(api: MemoryMlApi, search = '') {
  return renderMl(
    <EntityProvider entity={buildModelEntity()}>
      <VersionsTab />
    </EntityProvider>,
    { api, mountPath: '/tab', path: `/tab${search}` },
  );
}

describe('VersionsTab', () => {
  it('shows notable versions, and all on request', async () => {
    render(new MemoryMlApi(sampleData()));
    expect(await screen.findByText('10 of 44 versions')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'all 44' }));
    expect(await screen.findByText('44 of 44 versions')).toBeVisible();
  });

  it('compares two to four versions', async () => {
    render(new MemoryMlApi(sampleData()));
    const compare = await screen.findByRole('button', { name: 'Compare' });
    expect(compare).toBeDisabled();
    for (const version of ['v44', 'v43', 'v42', 'v41']) {
      await userEvent.click(
        screen.getByRole('checkbox', { name: `Compare ${version}` }),
      );
    }
    expect(compare).toBeEnabled();
    expect(
      screen.getByRole('checkbox', { name: 'Compare v40' }),
    ).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Clear' }));
    expect(compare).toBeDisabled();
  });

  it('filters by what the address says', async () => {
    render(new MemoryMlApi(sampleData()), '?alias=champion');
    expect(await screen.findByText('1 of 44 versions')).toBeVisible();
    expect(screen.getByRole('link', { name: 'v42' })).toBeVisible();
  });

  it('says in words what a version does to the contract', async () => {
    render(
      new MemoryMlApi({
        versions: [
          buildVersion(41),
          buildVersion(42, { change: 'none' }),
          buildVersion(43, { change: 'additive' }),
          buildVersion(44, { change: 'breaking' }),
          buildVersion(45, { change: 'unverifiable' }),
        ],
      }),
    );
    for (const [version, words] of [
      ['v42', 'none'],
      ['v43', 'adds to it'],
      ['v44', 'breaks it'],
      ['v45', 'cannot be told'],
    ]) {
      const row = await screen.findByRole('row', {
        name: new RegExp(`${version}.*${words}`),
      });
      expect(within(row).getByText(words)).toBeVisible();
    }
    const first = within(screen.getByRole('row', { name: /v41/ }));
    expect(first.queryByText('none')).not.toBeInTheDocument();
  });

  it('marks a version whose registration was taken back', async () => {
    const tombstone = {
      deletedAt: '2026-01-01T00:00:00.000Z',
      deletedBy: 'user:default/payments-scientist',
      reason: 'Trained on the wrong month',
    };
    render(new MemoryMlApi({ versions: [buildVersion(44, { tombstone })] }));
    expect(await screen.findByText('taken back')).toBeVisible();
    expect(screen.getByText(/Trained on the wrong month/)).toBeVisible();
    expect(
      screen.getByRole('link', { name: /payments-scientist/ }),
    ).toBeVisible();
  });

  it('says that it is loading', async () => {
    render(hanging(new MemoryMlApi(), 'listVersions'));
    expect(await screen.findByText('Loading the versions')).toBeVisible();
  });

  it('says why there are no versions', async () => {
    render(new MemoryMlApi());
    expect(await screen.findByText('There are no versions yet')).toBeVisible();
    expect(screen.getByText(/No registry feeds this model/)).toBeVisible();
  });

  it('says what failed', async () => {
    render(failing(new MemoryMlApi(), 'listVersions'));
    expect(
      await screen.findByText('Could not read the versions'),
    ).toBeVisible();
  });

  it('says that a registry has not answered for long', async () => {
    render(
      new MemoryMlApi({
        ...sampleData(),
        registries: [buildSource({ stale: true })],
      }),
    );
    expect(await screen.findByText(/MLflow EU last answered/)).toBeVisible();
  });
});
