import { ConflictError } from '@backstage/errors';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { buildModelEntity, FRAUD_SCORE } from '../../__testUtils__/builders';
import {
  buildConsumer,
  buildContract,
  buildContractVersion,
} from '../../__testUtils__/contractBuilders';
import { failing } from '../../__testUtils__/failing';
import { MemoryContractApi } from '../../__testUtils__/MemoryContractApi';
import { renderCard } from '../../__testUtils__/renderCard';
import { ContractTab } from '../ContractTab';

// The editor waits for pauses of its reader, more than one after another.
const patient = { timeout: 10_000 };

function buildApi(): MemoryContractApi {
  return new MemoryContractApi({
    [FRAUD_SCORE]: {
      versions: [buildContractVersion(buildContract())],
      consumers: [
        buildConsumer('dispute-triage', ['reason_code'], {
          owner: 'group:default/disputes',
        }),
        buildConsumer('chargeback-risk', ['reason_code', 'score']),
        buildConsumer('payment-router', ['score'], {
          owner: 'group:default/checkout',
        }),
      ],
    },
  });
}

function open(contracts: MemoryContractApi) {
  return renderCard(<ContractTab />, buildModelEntity({}), {
    contracts,
    search: '?view=try',
  });
}

async function press(name: string | RegExp) {
  await userEvent.click(await screen.findByRole('button', { name }, patient));
}

/** Puts a text into a cell as a paste does, which is one change. */
function put(label: string, text: string) {
  fireEvent.change(screen.getByRole('textbox', { name: label }), {
    target: { value: text },
  });
}

describe('TryChange', () => {
  // A test that ends leaves the page, and the page keeps its draft then.
  beforeEach(() => window.sessionStorage.clear());

  it('names whom the removal of a field breaks, and what to do', async () => {
    open(buildApi());
    expect(
      await screen.findByText('Change something to see what it would do.'),
    ).toBeVisible();
    await press('Remove reason_code');
    expect(
      await screen.findByText(
        'Removing reason_code breaks 2 models of 2 teams.',
        undefined,
        patient,
      ),
    ).toBeVisible();
    const broken = within(
      screen.getByRole('list', { name: 'Broken by reason_code' }),
    );
    expect(broken.getByRole('link', { name: 'dispute-triage' })).toBeVisible();
    expect(broken.getByRole('link', { name: 'disputes' })).toBeVisible();
    expect(
      broken.queryByRole('link', { name: 'payment-router' }),
    ).not.toBeInTheDocument();
    expect(screen.getByText('It needs a major version: v3.0.0.')).toBeVisible();
    expect(screen.getByText('These move first:')).toBeVisible();
    expect(screen.getByText('Then publish v3.0.0.')).toBeVisible();
    expect(screen.getByText('Breaks (1)')).toBeVisible();
  });

  it('asks the owners of all that breaks for a waiver', async () => {
    const contracts = buildApi();
    open(contracts);
    await press('Remove reason_code');
    await press('Ask for a waiver: reason_code, 2 models');
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByRole('link', { name: 'dispute-triage' })).toBeVisible();
    expect(dialog.getByRole('link', { name: 'chargeback-risk' })).toBeVisible();
    const ask = dialog.getByRole('button', { name: 'Ask' });
    expect(ask).toBeDisabled();
    await userEvent.type(dialog.getByLabelText('Reason'), 'Back in January');
    fireEvent.change(dialog.getByLabelText(/^Until/), {
      target: { value: '2999-01-01' },
    });
    expect(dialog.getByText(/or a day before it/)).toBeVisible();
    expect(ask).toBeDisabled();
    const day = new Date().toISOString().slice(0, 10);
    fireEvent.change(dialog.getByLabelText(/^Until/), {
      target: { value: day },
    });
    await userEvent.click(ask);
    expect(
      await dialog.findByText(
        '2 waivers are asked for. The owners have been told.',
      ),
    ).toBeVisible();
    expect(dialog.getByRole('link', { name: 'disputes' })).toBeVisible();
    const { items } = await contracts.listWaivers(FRAUD_SCORE);
    expect(items).toMatchObject([
      { consumer: expect.any(String), path: 'reason_code', port: 'outputs' },
      { reason: 'Back in January', until: `${day}T23:59:59.999Z` },
    ]);
  });

  it('shows what is waived apart, in words, and does not say that it breaks', async () => {
    const contracts = buildApi();
    const consumers = ['dispute-triage', 'chargeback-risk'];
    const findings = consumers.map(name => ({
      ruleId: 'REQUIRED_FIELD_MISSING',
      port: 'outputs',
      path: 'reason_code',
      pointer: '',
      consumer: `model:default/${name}`,
    }));
    const asked = await contracts.askForWaivers(FRAUD_SCORE, {
      findings,
      reason: 'Back in January',
      until: new Date().toISOString().slice(0, 10),
    });
    for (const { id } of asked) {
      await contracts.decideWaiver(FRAUD_SCORE, id, { verdict: 'granted' });
    }
    open(contracts);
    await press('Remove reason_code');
    const waived = within(
      await screen.findByRole('list', { name: 'Waived' }, patient),
    );
    expect(waived.getAllByTitle('waived')).toHaveLength(2);
    expect(waived.getAllByText(/^waived until \d{4}-/)).toHaveLength(2);
    expect(waived.getAllByText(/Back in January/)[0]).toBeVisible();
    expect(
      screen.queryByText(/^Removing reason_code breaks/),
    ).not.toBeInTheDocument();
  });

  it('offers nothing that the backend would refuse', async () => {
    const contracts = buildApi();
    const overview = await contracts.getContract(FRAUD_SCORE);
    jest
      .spyOn(contracts, 'getContract')
      .mockResolvedValue({ ...overview, may: [] });
    open(contracts);
    await press('Remove reason_code');
    expect(
      await screen.findByText(
        /^Removing reason_code breaks/,
        undefined,
        patient,
      ),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /^(Publish|Ask for a waiver)/ }),
    ).not.toBeInTheDocument();
    expect(screen.getByText(/Publishing is for the owner/)).toBeVisible();
  });

  it('takes a change back, one by one and all at once', async () => {
    open(buildApi());
    await press('Remove reason_code');
    expect(screen.queryByLabelText('Name of reason_code')).toBeNull();
    await press('Put back reason_code');
    expect(screen.getByLabelText('Name of reason_code')).toBeVisible();
    await press('Undo');
    expect(screen.queryByLabelText('Name of reason_code')).toBeNull();
    await press('Back to v2.3.0');
    expect(screen.getByLabelText('Name of reason_code')).toBeVisible();
    expect(
      await screen.findByText(
        'Change something to see what it would do.',
        undefined,
        patient,
      ),
    ).toBeVisible();
  });

  it('keeps the old name of a renamed field as an alias', async () => {
    open(buildApi());
    await screen.findByLabelText('Name of score', undefined, patient);
    put('Name of score', 'risk');
    expect(
      await screen.findByText('also read as score', undefined, patient),
    ).toBeVisible();
    expect(screen.getByText('changed')).toBeVisible();
    expect(
      await screen.findByText(
        /^Renaming score breaks 2 models/,
        undefined,
        patient,
      ),
    ).toBeVisible();
  });

  it('does not pass on a default that is no value, and keeps it', async () => {
    open(buildApi());
    await screen.findByLabelText('Name of score', undefined, patient);
    put('Value of score if missing', 'a lot');
    expect(screen.getByText('Type a value as JSON')).toBeVisible();
    fireEvent.blur(
      screen.getByRole('textbox', { name: 'Value of score if missing' }),
    );
    expect(
      screen.getByRole('textbox', { name: 'Value of score if missing' }),
    ).toHaveValue('a lot');
    expect(screen.queryByText('changed')).not.toBeInTheDocument();
  });

  it('deprecates a field in a dialog', async () => {
    open(buildApi());
    await press('More about reason_code');
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('checkbox', { name: 'Deprecated' }));
    fireEvent.change(dialog.getByLabelText('Goes after'), {
      target: { value: '2099-01-31' },
    });
    await userEvent.click(dialog.getByRole('button', { name: 'Apply' }));
    expect(await screen.findByText('deprecated')).toBeVisible();
    expect(
      await screen.findByText(
        'It needs a minor version: v2.4.0.',
        undefined,
        patient,
      ),
    ).toBeVisible();
    expect(
      await screen.findByText(
        'It breaks nobody that is known.',
        undefined,
        patient,
      ),
    ).toBeVisible();
  });

  it('keeps the text and the fields in step', async () => {
    open(buildApi());
    await press('Remove reason_code');
    await press('JSON');
    const text = await screen.findByRole<HTMLTextAreaElement>('textbox', {
      name: 'Contract as JSON',
    });
    expect(text.value).not.toContain('reason_code');
    put('Contract as JSON', text.value.replace('"score"', '"grade"'));
    await waitFor(
      () => expect(screen.getByText(/Removing score breaks/)).toBeVisible(),
      patient,
    );
    await press('Fields');
    expect(await screen.findByLabelText('Name of grade')).toBeVisible();
  });

  it('keeps a text that cannot be read, and says why', async () => {
    open(buildApi());
    await press('JSON');
    await screen.findByRole('textbox', { name: 'Contract as JSON' });
    put('Contract as JSON', '{"apiVersion":');
    expect(
      await screen.findByText('This is no contract yet', undefined, patient),
    ).toBeVisible();
    await press('Fields');
    expect(
      await screen.findByText(/The text cannot be read yet/),
    ).toBeVisible();
    expect(
      screen.getByRole('textbox', { name: 'Contract as JSON' }),
    ).toHaveValue('{"apiVersion":');
    expect(screen.getByRole('button', { name: /^Publish/ })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  });

  it('keeps the draft while its reader is elsewhere', async () => {
    open(buildApi());
    await press('Remove reason_code');
    await userEvent.click(screen.getByRole('tab', { name: 'Consumers' }));
    await userEvent.click(screen.getByRole('tab', { name: 'Try a change' }));
    expect(
      await screen.findByText(
        'You began this change earlier; it is as you left it.',
      ),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Put back reason_code' }),
    ).toBeVisible();
  });

  it('warns before the page is left with a change', async () => {
    open(buildApi());
    await screen.findByLabelText('Name of score', undefined, patient);
    const leave = () => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(leave()).toBe(false);
    await press('Remove reason_code');
    expect(leave()).toBe(true);
  });

  it('calls off a question when the draft has changed', async () => {
    const api = buildApi();
    const signals: AbortSignal[] = [];
    api.check = async (_subject, _contract, options) => {
      signals.push(options?.signal ?? new AbortController().signal);
      return await new Promise<never>(() => {});
    };
    open(api);
    await press('Remove reason_code');
    await waitFor(() => expect(signals).toHaveLength(1), patient);
    expect(signals[0].aborted).toBe(false);
    await press('Put back reason_code');
    await waitFor(() => expect(signals[0].aborted).toBe(true), patient);
  });

  it('still says what the browser knows while the backend is down', async () => {
    open(failing(buildApi(), 'check'));
    await press('Remove reason_code');
    expect(
      await screen.findByText(
        'Could not ask who would be hit',
        undefined,
        patient,
      ),
    ).toBeVisible();
    expect(screen.getByText('Breaks (1)')).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Put back reason_code' }),
    ).toBeVisible();
  });

  it('publishes the change under the number that it asks for', async () => {
    const api = buildApi();
    open(api);
    await press('Remove reason_code');
    await screen.findByText(/breaks 2 models/, undefined, patient);
    await press('Publish v3.0.0');
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('It breaks 2 consumers:')).toBeVisible();
    await userEvent.click(dialog.getByRole('button', { name: 'Publish' }));
    expect(
      await screen.findByText('v3.0.0 is published.', undefined, patient),
    ).toBeVisible();
    const { current } = await api.getContract(FRAUD_SCORE);
    expect(current?.version).toBe('3.0.0');
    expect(window.sessionStorage).toHaveLength(0);
  });

  it('shows why the backend refuses, and loses nothing', async () => {
    const api = buildApi();
    api.publish = async () => {
      throw new ConflictError('Version 3.0.0 is there already');
    };
    open(api);
    await press('Remove reason_code');
    await screen.findByText(/breaks 2 models/, undefined, patient);
    await press('Publish v3.0.0');
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByRole('button', { name: 'Publish' }));
    expect(
      await dialog.findByText('Version 3.0.0 is there already'),
    ).toBeVisible();
    await userEvent.click(dialog.getByRole('button', { name: 'Close' }));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(
      screen.getByRole('button', { name: 'Put back reason_code' }),
    ).toBeVisible();
  });
});
