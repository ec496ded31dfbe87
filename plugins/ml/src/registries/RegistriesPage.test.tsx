import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RegistryImport } from '@understudy/plugin-ml-common';
import { buildSource, daysAgo } from '../__testUtils__/builders';
import { failing, hanging } from '../__testUtils__/failing';
import { sampleRecords } from '../__testUtils__/intakeBuilders';
import { MemoryIntakeApi } from '../__testUtils__/MemoryIntakeApi';
import { MemoryMlApi } from '../__testUtils__/MemoryMlApi';
import { MemoryRegistryImportApi } from '../__testUtils__/MemoryRegistryImportApi';
import { renderMl } from '../__testUtils__/renderMl';
import { RegistriesPage } from './RegistriesPage';

const heldImport: RegistryImport = {
  id: 'eu-prod',
  title: 'MLflow EU',
  uiUrl: 'https://mlflow.example',
  lastSuccessAt: daysAgo(1),
  held: { since: daysAgo(1), before: 14, after: 9, removed: [] },
};

function render(
  api: MemoryMlApi,
  imports?: MemoryRegistryImportApi,
  intake?: MemoryIntakeApi,
) {
  return renderMl(<RegistriesPage />, { api, imports, intake });
}

describe('RegistriesPage', () => {
  it('says how the last read went', async () => {
    render(
      new MemoryMlApi({
        registries: [
          buildSource({ stale: true, lastError: '502 from MLflow' }),
        ],
      }),
    );
    expect(await screen.findByText(/502 from MLflow/)).toBeVisible();
    expect(screen.getByText(/has not answered in time/)).toBeVisible();
    expect(screen.getByText('412')).toBeVisible();
  });

  it('asks for a read', async () => {
    const api = new MemoryMlApi({ registries: [buildSource()] });
    const sync = jest.spyOn(api, 'syncRegistry');
    render(api);
    await userEvent.click(
      await screen.findByRole('button', { name: /Sync now/ }),
    );
    expect(await screen.findByText(/Asked for/)).toBeVisible();
    expect(sync).toHaveBeenCalledWith('eu-prod');
  });

  it('joins what both backends know of one registry', async () => {
    render(
      new MemoryMlApi({ registries: [buildSource()] }),
      new MemoryRegistryImportApi([heldImport]),
    );
    expect(
      await screen.findAllByRole('heading', { name: 'MLflow EU' }),
    ).toHaveLength(1);
  });

  it('leads to the records that nobody has taken', async () => {
    const api = new MemoryMlApi({ registries: [buildSource()] });
    render(api, undefined, new MemoryIntakeApi(sampleRecords()));
    expect(
      await screen.findByRole('link', { name: '4 records nobody has taken' }),
    ).toHaveAttribute('href', '/ml/intake?server=eu-prod');
  });

  it('leads there even when they cannot be counted', async () => {
    const api = new MemoryMlApi({ registries: [buildSource()] });
    render(api, undefined, failing(new MemoryIntakeApi(), 'listServers'));
    expect(
      await screen.findByRole('link', { name: 'Records nobody has taken' }),
    ).toHaveAttribute('href', '/ml/intake?server=eu-prod');
  });

  it('lets a held change through', async () => {
    render(new MemoryMlApi(), new MemoryRegistryImportApi([heldImport]));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Let it through' }),
    );
    await waitFor(() =>
      expect(
        screen.queryByText('A large change is held back'),
      ).not.toBeInTheDocument(),
    );
  });

  it('shows what an import would do', async () => {
    render(
      new MemoryMlApi(),
      new MemoryRegistryImportApi([heldImport], {
        models: [
          {
            ref: 'model:default/chargeback-risk',
            record: 'chargeback_risk',
            change: 'create',
            ownerReason: 'The tag is not set',
          },
        ],
        collisions: [{ ref: 'model:default/x', records: ['x', 'X'] }],
        folded: [],
        bound: [
          {
            record: 'fraud_copy',
            ref: 'model:default/fraud-score',
            by: 'decision',
          },
          { record: 'eta', ref: 'model:default/eta', by: 'declared' },
        ],
        ignored: ['tmp-1'],
        ignoredInIntake: [{ record: 'churn_test', reason: 'Only a test' }],
        truncated: false,
      }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: /Preview/ }),
    );
    expect(await screen.findByText('The tag is not set')).toBeVisible();
    expect(screen.getByText(/claimed by several records: x, X/)).toBeVisible();
    expect(
      screen.getByText(/fraud_copy .* model:default\/fraud-score/),
    ).toBeVisible();
    expect(screen.queryByText(/intake that eta/)).not.toBeInTheDocument();
    expect(screen.getByText(/churn_test .*: Only a test/)).toBeVisible();
    expect(screen.getByText(/^2 records .* 2 are left alone/)).toBeVisible();
  });

  it('says that it is loading', async () => {
    render(hanging(new MemoryMlApi(), 'listRegistries'));
    expect(await screen.findByText('Loading the registries')).toBeVisible();
  });

  it('says how to connect a registry', async () => {
    render(new MemoryMlApi());
    expect(await screen.findByText('No registry is connected')).toBeVisible();
  });

  it('says what failed', async () => {
    render(failing(new MemoryMlApi(), 'listRegistries'));
    expect(
      await screen.findByText('Could not read the registries'),
    ).toBeVisible();
  });
});
