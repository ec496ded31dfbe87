import { ConflictError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { daysAgo } from '../__testUtils__/builders';
import { failing, hanging } from '../__testUtils__/failing';
import { MemoryMlApi } from '../__testUtils__/MemoryMlApi';
import { buildToken } from '../__testUtils__/registryBuilders';
import { renderMl } from '../__testUtils__/renderMl';
import { TokensPage } from './TokensPage';

function render(api: MemoryMlApi) {
  return renderMl(<TokensPage />, { api });
}

const press = async (name: string) =>
  await userEvent.click(await screen.findByRole('button', { name }));

describe('TokensPage', () => {
  it('lists what can be used and what cannot', async () => {
    render(
      new MemoryMlApi({
        tokens: [
          buildToken(),
          buildToken({ id: '2', name: 'old', expiresAt: daysAgo(1) }),
          buildToken({ id: '3', name: 'lost', revokedAt: daysAgo(1) }),
        ],
      }),
    );
    const row = async (name: string) =>
      (await screen.findByRole('cell', { name })).closest('tr');
    expect(await row('laptop')).toHaveTextContent('can be used');
    expect(await row('old')).toHaveTextContent('expired');
    expect(await row('lost')).toHaveTextContent('revoked');
    expect(screen.getAllByRole('button', { name: /^Revoke/ })).toHaveLength(1);
  });

  it('creates one and shows it this once, with the code to use it', async () => {
    const api = new MemoryMlApi();
    const create = jest.spyOn(api, 'createRegistryToken');
    render(api);
    await press('Create a token');
    const dialog = within(await screen.findByRole('dialog'));
    const confirm = dialog.getByRole('button', { name: 'Create the token' });
    expect(confirm).toBeDisabled();
    await userEvent.type(dialog.getByLabelText('Name'), ' notebook ');
    await userEvent.clear(dialog.getByLabelText('Days until it expires'));
    await userEvent.type(dialog.getByLabelText('Days until it expires'), '7');
    await userEvent.click(
      dialog.getByRole('checkbox', { name: /^register versions/ }),
    );
    await userEvent.dblClick(confirm);
    expect(create).toHaveBeenCalledTimes(1);
    expect(create).toHaveBeenCalledWith({
      name: 'notebook',
      days: 7,
      scopes: ['read'],
    });
    expect(await screen.findByText('understudy_rt_token-1')).toBeVisible();
    expect(
      await screen.findByText(/set_registry_uri\(".+\/api\/ml\/mlflow"\)/),
    ).toBeVisible();
    expect(await screen.findByRole('cell', { name: 'notebook' })).toBeVisible();
    await press('I have copied it');
    expect(screen.queryByText('understudy_rt_token-1')).not.toBeInTheDocument();
  });

  it.each(['0', '91', '1.5', ''])('does not take %p days', async days => {
    render(new MemoryMlApi());
    await press('Create a token');
    await userEvent.type(await screen.findByLabelText('Name'), 'x');
    const field = screen.getByLabelText('Days until it expires');
    await userEvent.clear(field);
    if (days) {
      await userEvent.type(field, days);
    }
    expect(
      screen.getByRole('button', { name: 'Create the token' }),
    ).toBeDisabled();
  });

  it('needs something that the token may do', async () => {
    render(new MemoryMlApi());
    await press('Create a token');
    await userEvent.type(await screen.findByLabelText('Name'), 'x');
    for (const box of screen.getAllByRole('checkbox')) {
      await userEvent.click(box);
    }
    expect(screen.getByText('Choose at least one.')).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Create the token' }),
    ).toBeDisabled();
  });

  it('keeps what was typed when there are too many', async () => {
    const api = new MemoryMlApi();
    jest
      .spyOn(api, 'createRegistryToken')
      .mockRejectedValue(new ConflictError('You have 20 tokens; revoke one'));
    render(api);
    await press('Create a token');
    await userEvent.type(await screen.findByLabelText('Name'), 'laptop');
    await press('Create the token');
    expect(
      await screen.findByText('You have 20 tokens; revoke one'),
    ).toBeVisible();
    expect(screen.getByLabelText('Name')).toHaveValue('laptop');
  });

  it('asks before it revokes one', async () => {
    const api = new MemoryMlApi({ tokens: [buildToken()] });
    const revoke = jest.spyOn(api, 'revokeRegistryToken');
    render(api);
    await press('Revoke laptop');
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/are refused from now on/)).toBeVisible();
    expect(revoke).not.toHaveBeenCalled();
    await userEvent.click(
      dialog.getByRole('button', { name: 'Revoke laptop' }),
    );
    await waitFor(() => expect(screen.getByText('revoked')).toBeVisible());
    expect(revoke).toHaveBeenCalledWith('token-1');
  });

  it('says what there would be', async () => {
    render(new MemoryMlApi());
    expect(await screen.findByText('You have no registry token')).toBeVisible();
  });

  it('says that it is loading', async () => {
    render(hanging(new MemoryMlApi(), 'listRegistryTokens'));
    expect(
      await screen.findByText('Loading your registry tokens'),
    ).toBeVisible();
  });

  it('says what failed', async () => {
    render(failing(new MemoryMlApi(), 'listRegistryTokens'));
    expect(
      await screen.findByText('Could not read your registry tokens'),
    ).toBeVisible();
  });
});
