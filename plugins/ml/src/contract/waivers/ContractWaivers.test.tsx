import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { buildModelEntity, FRAUD_SCORE } from '../../__testUtils__/builders';
import {
  buildContractVersion,
  buildWaiver,
} from '../../__testUtils__/contractBuilders';
import { failing, hanging } from '../../__testUtils__/failing';
import { MemoryContractApi } from '../../__testUtils__/MemoryContractApi';
import { MemoryWaivers } from '../../__testUtils__/MemoryWaivers';
import { renderCard } from '../../__testUtils__/renderCard';
import { ContractTab } from '../ContractTab';

function storing(waivers: MemoryWaivers): MemoryContractApi {
  return new MemoryContractApi({
    [FRAUD_SCORE]: {
      versions: [buildContractVersion()],
      consumers: [],
      waivers,
    },
  });
}

function open(contracts: MemoryContractApi) {
  renderCard(<ContractTab />, buildModelEntity({}), {
    contracts,
    search: '?view=waivers',
  });
}

/** A part of the view, by its heading. */
async function part(name: string) {
  return within(await screen.findByRole('region', { name }));
}

const granted = {
  verdict: 'granted' as const,
  by: 'user:default/triage',
  at: '2026-11-20T09:00:00.000Z',
};

describe('ContractWaivers', () => {
  it('shows what waits for whom, what holds and what ended', async () => {
    open(
      storing(
        new MemoryWaivers([
          buildWaiver({ may: ['grant', 'refuse', 'revoke'] }),
          buildWaiver({ id: 'W2', path: 'score' }),
          buildWaiver({
            id: 'W3',
            path: 'held',
            state: 'in-force',
            decision: granted,
          }),
          buildWaiver({
            id: 'W4',
            path: 'gone',
            consumer: undefined,
            state: 'revoked',
            decision: granted,
            revocation: {
              by: 'user:default/triage',
              at: '2026-11-21T09:00:00.000Z',
              reason: 'We read it again',
            },
          }),
        ]),
      ),
    );
    const mine = await part('Waiting for you');
    const row = within(await mine.findByRole('row', { name: /reason_code/ }));
    expect(row.getByText('It comes back in January')).toBeVisible();
    expect(row.getByText('Required field is missing')).toBeVisible();
    expect(row.getByText('REQUIRED_FIELD_MISSING')).toBeVisible();
    expect(row.getByText('2027-01-31')).toBeVisible();
    expect(row.getByRole('link', { name: 'dispute-triage' })).toBeVisible();
    expect(mine.queryByText('score')).not.toBeInTheDocument();
    const others = await part('Waiting for others');
    expect(others.getByText('score')).toBeVisible();
    expect(others.queryByRole('button')).not.toBeInTheDocument();
    const held = await part('In force');
    expect(await held.findByText('held')).toBeVisible();
    expect(held.getByText('in force')).toBeVisible();
    const ended = await part('Ended');
    expect(await ended.findByText('gone')).toBeVisible();
    expect(ended.getByText('taken back')).toBeVisible();
    expect(ended.getByText('We read it again')).toBeVisible();
    expect(ended.getByText('between versions')).toBeVisible();
  });

  it('grants one, and shows it in force', async () => {
    open(storing(new MemoryWaivers([buildWaiver({ may: ['grant'] })])));
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Grant the waiver of reason_code',
      }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      dialog.getByText(/accept that reason_code breaks dispute-triage until/),
    ).toBeVisible();
    await userEvent.click(dialog.getByRole('button', { name: 'Grant' }));
    expect(await screen.findByText('Nothing waits for you.')).toBeVisible();
    const held = await part('In force');
    expect(await held.findByText('reason_code')).toBeVisible();
    expect(held.getByText(/granted by/)).toBeVisible();
  });

  it('refuses only with a reason', async () => {
    open(storing(new MemoryWaivers([buildWaiver({ may: ['refuse'] })])));
    expect(
      screen.queryByRole('button', { name: /^Grant/ }),
    ).not.toBeInTheDocument();
    await screen.findByText('Waiting for others');
    await userEvent.click(
      screen.getByRole('button', { name: 'Refuse the waiver of reason_code' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    const confirm = dialog.getByRole('button', { name: 'Refuse' });
    expect(confirm).toBeDisabled();
    await userEvent.type(dialog.getByLabelText('Reason'), 'It is live');
    await userEvent.click(confirm);
    const ended = await part('Ended');
    expect(await ended.findByText('It is live')).toBeVisible();
    expect(ended.getByText('refused')).toBeVisible();
  });

  it('keeps the dialog open with what the backend says against it', async () => {
    const waivers = new MemoryWaivers([
      buildWaiver({ state: 'in-force', decision: granted, may: ['revoke'] }),
    ]);
    open(failing(storing(waivers), 'revokeWaiver'));
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Take back the waiver of reason_code',
      }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByLabelText('Reason'), 'Changed');
    await userEvent.click(dialog.getByRole('button', { name: 'Take back' }));
    expect(await dialog.findByText('It was not done')).toBeVisible();
    expect(dialog.getByLabelText('Reason')).toHaveValue('Changed');
  });

  it('says where one asks as long as there is none', async () => {
    open(storing(new MemoryWaivers()));
    expect(
      await screen.findByText('Nobody has asked for a waiver'),
    ).toBeVisible();
  });

  it('shows more than a page', async () => {
    open(
      storing(
        new MemoryWaivers(
          Array.from({ length: 30 }, (_, index) =>
            buildWaiver({
              id: `W${index}`,
              path: `field_${index}`,
              state: 'ended',
            }),
          ),
        ),
      ),
    );
    const ended = await part('Ended');
    expect(await ended.findByText('field_24')).toBeVisible();
    expect(ended.queryByText('field_25')).not.toBeInTheDocument();
    await userEvent.click(ended.getByRole('button', { name: 'Show more' }));
    expect(await ended.findByText('field_29')).toBeVisible();
  });

  it('says that they are being read', async () => {
    open(hanging(storing(new MemoryWaivers()), 'listWaivers'));
    expect(
      (await screen.findAllByText('Loading the waivers'))[0],
    ).toBeInTheDocument();
  });

  it('says that they could not be read', async () => {
    open(failing(storing(new MemoryWaivers()), 'listWaivers'));
    expect(
      (await screen.findAllByText('Could not read the waivers'))[0],
    ).toBeVisible();
  });
});
