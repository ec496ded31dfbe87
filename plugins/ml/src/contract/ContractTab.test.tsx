import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { buildModelEntity, FRAUD_SCORE } from '../__testUtils__/builders';
import {
  buildConsumer,
  buildContract,
  buildContractVersion,
  buildDeprecation,
  buildField,
} from '../__testUtils__/contractBuilders';
import { failing } from '../__testUtils__/failing';
import {
  MemoryContractApi,
  StoredContract,
} from '../__testUtils__/MemoryContractApi';
import { renderCard } from '../__testUtils__/renderCard';
import { sampleContracts } from '../__testUtils__/sampleContracts';
import { ContractTab } from './ContractTab';

const model = buildModelEntity({});

function open(contracts: MemoryContractApi, search = '') {
  renderCard(<ContractTab />, model, { contracts, search });
}

function storing(rest: Partial<StoredContract> = {}): MemoryContractApi {
  return new MemoryContractApi({
    [FRAUD_SCORE]: {
      versions: [buildContractVersion()],
      consumers: [],
      ...rest,
    },
  });
}

/** The row of a field, by its name. */
async function rowOf(field: string) {
  return within(
    await screen.findByRole('row', { name: new RegExp(`^${field}`) }),
  );
}

describe('ContractTab', () => {
  it('answers at a glance what is in force and what would break', async () => {
    open(sampleContracts());
    expect(
      await screen.findByRole('heading', { name: 'v2.3.0' }),
    ).toBeVisible();
    expect(screen.getByText('active')).toBeVisible();
    expect(await screen.findByText('4 consumers')).toBeVisible();
    expect(
      await screen.findByText('3 would break by the proposed v3.0.0'),
    ).toBeVisible();
  });

  it('does not count consumers that it could not read', async () => {
    open(failing(sampleContracts(), 'listConsumers'));
    expect(await screen.findByText('consumers not known')).toBeVisible();
    expect((await rowOf('score')).getByText('not known')).toBeVisible();
  });

  it('shows what is wrong with the contract as a whole', async () => {
    open(
      storing({
        problems: [
          {
            ruleId: 'CONTRACT_STALE',
            severity: 'warning',
            direction: 'both',
            port: '',
            pointer: '',
            pointsInto: 'new',
            path: '',
            message: 'The signature of version 42 is another one.',
            remediation: 'Publish a version that fits it.',
            basis: 'declared',
          },
        ],
      }),
    );
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The signature of version 42');
    expect(alert).toHaveTextContent('Publish a version that fits it.');
  });

  it('says which data it was compared with, and if that may be old', async () => {
    open(
      storing({
        problems: [],
        observed: {
          namespace: 'postgres://warehouse.example.com:5432',
          name: 'prices',
          environment: 'production',
          observedAt: '2026-11-20T08:00:00.000Z',
          staleSince: '2026-11-21T08:00:00.000Z',
        },
      }),
    );
    const said = await screen.findByText(/compared with prices/);
    expect(said.parentElement).toHaveTextContent(
      /its schema was observed .+ ago · lineage has not answered for \d+/,
    );
  });

  it('says what to do where there is no contract', async () => {
    open(new MemoryContractApi());
    expect(await screen.findByText('No contract is stored')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Write a contract' }),
    );
    expect(
      await screen.findByText(/It would be the first version/),
    ).toBeVisible();
  });

  it('says that a contract has no ports, and what to do', async () => {
    const { contract, ...version } = buildContractVersion();
    const spec = { ...contract.spec, ports: [] };
    open(
      storing({ versions: [{ ...version, contract: { ...contract, spec } }] }),
    );
    expect(await screen.findByText('This contract has no ports')).toBeVisible();
    expect(screen.getByText(/Publish a version with a schema/)).toBeVisible();
  });

  it('says that the contract could not be read', async () => {
    open(failing(sampleContracts(), 'getContract'));
    expect(
      await screen.findByText('Could not read the contract'),
    ).toBeVisible();
  });
});

describe('fields of a contract', () => {
  it('writes fields in words', async () => {
    open(sampleContracts());
    const amount = await rowOf('amount');
    expect(amount.getByText('decimal(12, 2) · EUR')).toBeVisible();
    expect(amount.getByText('at least 0')).toBeVisible();
    const payments = await rowOf('payments_1h');
    expect(payments.getByText('required · if missing: 0')).toBeVisible();
    expect(payments.getByText('confidential')).toBeVisible();
    expect(payments.getByText('indirect')).toBeVisible();
    expect(
      screen.getByText(
        'embedding of 64 float32, compared by cosine, made by merchant-encoder@7',
      ),
    ).toBeVisible();
    expect(
      screen.getByText('one of web, app, terminal, phone and 1 more'),
    ).toBeVisible();
    expect((await rowOf('reason_code')).getByText('deprecated')).toBeVisible();
  });

  it('names who uses a field, and how many do not say', async () => {
    open(sampleContracts());
    const reason = await rowOf('reason_code');
    expect(
      await reason.findByRole('link', { name: 'dispute-triage' }),
    ).toBeVisible();
    expect(reason.getByText('1 more does not say what it uses')).toBeVisible();
    const version = await rowOf('model_version');
    expect(version.getByText('nobody known')).toBeVisible();
  });

  it('calls a field unused only where all consumers are known', async () => {
    open(storing({ consumers: [buildConsumer('checkout', ['score'])] }));
    expect((await rowOf('reason_code')).getByText('nobody')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'no known user' }),
    );
    expect(
      await screen.findByText('1 to 1 of 1 found, 2 fields in all'),
    ).toBeVisible();
  });

  it('unfolds what is in a field', async () => {
    open(sampleContracts());
    await rowOf('explanation');
    expect(screen.queryByText('weight')).not.toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show what is in explanation' }),
    );
    expect(screen.getByText('weight')).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Hide what is in explanation' }),
    ).toHaveAttribute('aria-expanded', 'true');
  });

  it('shows everything about a field', async () => {
    open(sampleContracts());
    const row = await rowOf('reason_code');
    await userEvent.click(row.getByText('reason_code'));
    const drawer = within(await screen.findByRole('dialog'));
    expect(drawer.getByText('One reason is too few.')).toBeVisible();
    expect(drawer.getByText('2027-01-31')).toBeVisible();
  });

  it('draws 2,000 fields page by page and finds one of them', async () => {
    const fields = Array.from({ length: 2000 }, (_, i) => buildField(`f${i}`));
    open(
      storing({
        versions: [
          buildContractVersion(
            buildContract({
              ports: [
                {
                  name: 'rows',
                  direction: 'out',
                  schema: { kind: 'object', unknown: 'ignore', fields },
                },
              ],
            }),
          ),
        ],
      }),
    );
    expect(await screen.findByText('1 to 50 of 2000 fields')).toBeVisible();
    expect(screen.getAllByRole('row')).toHaveLength(51);
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Name, unit or tag' }),
      'f1999{Enter}',
    );
    expect(
      await screen.findByText('1 to 1 of 1 found, 2000 fields in all'),
    ).toBeVisible();
  });
});

describe('other views of a contract', () => {
  it('writes promises as facts', async () => {
    open(sampleContracts(), '?view=promises');
    expect(await screen.findByText('p50 12 ms, p99 45 ms')).toBeVisible();
    expect(screen.getByText('at least 99.95 %')).toBeVisible();
    expect(screen.getByText('at most 5 minutes')).toBeVisible();
    expect(screen.getByText('60 days')).toBeVisible();
    expect(screen.getByText('FEATURES_MISSING')).toBeVisible();
    expect(screen.getByText('inside the organisation')).toBeVisible();
    expect(screen.getByText('explain, batch')).toBeVisible();
    expect(screen.getByText('partners of today go on working')).toBeVisible();
  });

  it('tells consumers in production from those in training', async () => {
    open(sampleContracts(), '?view=consumers');
    expect(
      await screen.findByText(
        '3 in production, 1 in training only, 0 not known',
      ),
    ).toBeVisible();
    expect((await rowOf('checkout')).getByText('pinned to 41')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'training only' }),
    );
    expect(await screen.findByText('1 to 1 of 1 consumers')).toBeVisible();
    const drift = await rowOf('score-drift');
    expect(drift.getByText('any version')).toBeVisible();
    expect(drift.getByText('lineage')).toBeVisible();
    expect(drift.getByText('not known')).toBeVisible();
  });

  it('lists versions and shows what one of them changed', async () => {
    open(sampleContracts(), '?view=history');
    const proposed = await rowOf('v3.0.0');
    expect(proposed.getByText('draft')).toBeVisible();
    expect(proposed.getByText(/^1 breaking, \d to take care of/)).toBeVisible();
    const first = await rowOf('v2.1.0');
    expect(first.getByText('the first one')).toBeVisible();
    expect(first.getByText('external:registry-sync')).toBeVisible();
    await userEvent.click(first.getByText('v2.1.0'));
    expect(
      await screen.findByText(/It is the first version, so there is nothing/),
    ).toBeVisible();
  });

  it('compares any two versions that the address names', async () => {
    open(sampleContracts(), '?view=history&from=2.1.0&to=2.2.0');
    const section = within(
      await screen.findByRole('region', { name: 'Compare two versions' }),
    );
    expect(await section.findByText('Harmless (1)')).toBeVisible();
    expect(section.getByText('outputs · model_version')).toBeVisible();
    await userEvent.selectOptions(
      section.getByRole('combobox', { name: 'To' }),
      '3.0.0',
    );
    expect(await section.findByText('Breaks (1)')).toBeVisible();
    expect(section.getByText('outputs · reason_code')).toBeVisible();
    expect(section.getByText(/What to do:/)).toBeVisible();
  });

  it('shows how far consumers have moved away', async () => {
    open(sampleContracts(), '?view=deprecations');
    expect(
      await screen.findByRole('progressbar', {
        name: 'In production: migrated 4 of 9',
      }),
    ).toHaveAttribute('aria-valuenow', '44');
    expect(screen.getByText('It cannot be removed yet')).toBeVisible();
    expect((await rowOf('dispute-triage')).getByText('disputes')).toBeVisible();
  });

  it('deprecates a field and says who is told', async () => {
    open(
      storing({
        consumers: [
          buildConsumer('dispute-triage', ['reason_code'], {
            owner: 'group:default/disputes',
          }),
          buildConsumer('payment-router', ['score'], {
            owner: 'group:default/checkout',
          }),
        ],
      }),
      '?view=deprecations',
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Deprecate' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    const confirm = dialog.getByRole('button', {
      name: 'Deprecate and tell them',
    });
    expect(confirm).toBeDisabled();
    expect(dialog.getByText('payment-router')).toBeVisible();
    await userEvent.selectOptions(
      dialog.getByRole('combobox', { name: 'What will go' }),
      'outputs · reason_code',
    );
    expect(dialog.getByText('disputes')).toBeVisible();
    expect(dialog.queryByText('payment-router')).not.toBeInTheDocument();
    await userEvent.type(
      dialog.getByRole('textbox', { name: 'Reason' }),
      'Replaced by explanation',
    );
    await userEvent.click(confirm);
    expect(
      await screen.findByRole('heading', {
        name: 'reason_code of version 2.3.0',
      }),
    ).toBeVisible();
    expect(screen.getByText('Replaced by explanation')).toBeVisible();
  });

  it('asks all who use a field to let it go early, and shows who agreed', async () => {
    const contracts = storing({
      deprecations: [
        buildDeprecation({
          waived: [
            {
              consumer: 'model:default/dispute-triage',
              until: '2027-01-10T23:59:59.999Z',
            },
          ],
        }),
      ],
    });
    open(contracts, '?view=deprecations');
    const agreed = await screen.findByRole('list', {
      name: 'Agreed that it goes before its date',
    });
    expect(
      within(agreed).getByRole('link', { name: 'dispute-triage' }),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Ask for a waiver: reason_code' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      dialog.getByText(/The owner of each consumer that uses the field/),
    ).toBeVisible();
    await userEvent.type(dialog.getByLabelText('Reason'), 'It is wrong');
    await userEvent.click(dialog.getByRole('button', { name: 'Ask' }));
    await dialog.findByText(/asked for/);
    expect((await contracts.listWaivers(FRAUD_SCORE)).items).toMatchObject([
      { ruleId: 'FIELD_REMOVED_BEFORE_DATE', path: 'reason_code' },
    ]);
  });

  it('offers to deprecate or to ask only to whom the backend lets', async () => {
    open(
      storing({ may: [], deprecations: [buildDeprecation()] }),
      '?view=deprecations',
    );
    expect(await screen.findByText('It cannot be removed yet')).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /^(Deprecate|Ask for a waiver)/ }),
    ).not.toBeInTheDocument();
  });
});
