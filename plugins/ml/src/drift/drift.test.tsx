import { NotAllowedError } from '@backstage/errors';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AliasDrift } from '@understudy/plugin-ml-common';
import {
  buildAssignment,
  buildModelEntity,
  buildSource,
  buildVersion,
  daysAgo,
} from '../__testUtils__/builders';
import { failing } from '../__testUtils__/failing';
import { MemoryData, MemoryMlApi } from '../__testUtils__/MemoryMlApi';
import {
  buildAliasChange,
  buildDrift,
} from '../__testUtils__/registryBuilders';
import { renderMl } from '../__testUtils__/renderMl';
import { DeploymentCard } from '../deployment/DeploymentCard';

function memory(drift: Partial<AliasDrift> = {}, data?: Partial<MemoryData>) {
  return new MemoryMlApi({
    drifts: [buildDrift(drift)],
    registries: [buildSource()],
    ...data,
  });
}

function render(api: MemoryMlApi, search = '') {
  return renderMl(
    <EntityProvider entity={buildModelEntity()}>
      <DeploymentCard />
    </EntityProvider>,
    { api, mountPath: '/page', path: `/page${search}` },
  );
}

const press = async (name: string | RegExp) =>
  await userEvent.click(await screen.findByRole('button', { name }));

describe('an alias that points elsewhere than was decided', () => {
  it('is shown beside what is assigned', async () => {
    render(memory());
    expect(
      await screen.findByText(
        /MLflow EU has the alias champion at v43; decided is v41/,
      ),
    ).toHaveTextContent(/Seen 2 h ago/);
  });

  it.each([
    [
      /^Put back to v41/,
      'The alias champion in MLflow EU goes back to v41.',
      'Put it back to v41',
      'revert',
    ],
    [
      /^Adopt v43/,
      'A promotion of v43 to production · * is asked for.',
      'Ask to promote v43',
      'adopt',
    ],
    [
      /^Leave it/,
      'The alias champion in MLflow EU stays at v43.',
      'Leave it at v43',
      'report',
    ],
  ])(
    '%p says what it does and needs a reason',
    async (button, effect, confirm, choice) => {
      const api = memory();
      const decide = jest.spyOn(api, 'decideAliasDrift');
      render(api);
      await press(button);
      expect(await screen.findByText(effect)).toBeVisible();
      expect(screen.getByRole('button', { name: confirm })).toBeDisabled();
      await userEvent.type(
        screen.getByRole('textbox', { name: 'Reason' }),
        'Known to us',
      );
      await userEvent.dblClick(screen.getByRole('button', { name: confirm }));
      await waitFor(() =>
        expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
      );
      expect(decide).toHaveBeenCalledTimes(1);
      expect(decide).toHaveBeenCalledWith(
        'model:default/fraud-score',
        'drift-1',
        { choice, reason: 'Known to us' },
      );
    },
  );

  it('is gone once it was put back', async () => {
    render(memory());
    await press(/^Put back to v41/);
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'Reason' }),
      'By mistake',
    );
    await press('Put it back to v41');
    await waitFor(() =>
      expect(screen.queryByText(/decided is v41/)).not.toBeInTheDocument(),
    );
  });

  it('keeps what was typed when it is refused', async () => {
    const api = memory();
    jest
      .spyOn(api, 'decideAliasDrift')
      .mockRejectedValue(new NotAllowedError('Only the on-call engineer may'));
    render(api);
    await press(/^Put back to v41/);
    const reason = await screen.findByRole('textbox', { name: 'Reason' });
    await userEvent.type(reason, 'By mistake');
    await press('Put it back to v41');
    expect(
      await screen.findByText('Only the on-call engineer may'),
    ).toBeVisible();
    expect(reason).toHaveValue('By mistake');
  });

  it.each<[Partial<AliasDrift>, RegExp, string]>([
    [{ may: ['report'] }, /^Put back/, 'You may not roll this model back.'],
    [
      { may: ['report', 'revert'], found: undefined },
      /^Adopt nothing/,
      'The alias was taken off, so there is nothing to promote.',
    ],
    [
      { may: ['adopt'], decided: undefined },
      /^Put back to nothing/,
      'Nothing was decided, so there is nothing to go back to.',
    ],
    [
      { may: ['adopt'], state: 'reported' },
      /^Leave it/,
      'It is reported already.',
    ],
    [
      {
        may: ['report'],
        notAllowed: [
          { choice: 'revert', reason: 'Ask payments-fraud, who decide' },
        ],
      },
      /^Put back/,
      'Ask payments-fraud, who decide',
    ],
  ])('says why a choice is refused: %p', async (drift, name, reason) => {
    render(memory(drift));
    const button = await screen.findByRole('button', { name });
    expect(button).toHaveAttribute('aria-disabled', 'true');
    await userEvent.hover(button);
    expect(await screen.findByText(reason)).toBeVisible();
    await userEvent.click(button);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('says who reported it and why', async () => {
    render(
      memory({
        state: 'reported',
        choice: {
          by: 'user:default/on-call',
          at: daysAgo(0),
          reason: 'A test on Friday',
        },
      }),
    );
    expect(
      await screen.findByText(
        'user:default/on-call reported it: A test on Friday',
      ),
    ).toBeVisible();
  });

  it('says what is under way', async () => {
    render(
      memory({
        state: 'reported',
        wanted: 'adopt',
        promotionId: 'promotion-7',
      }),
    );
    expect(
      await screen.findByRole('link', { name: 'See the promotion of v43' }),
    ).toHaveAttribute('href', '/ml/promotions/promotion-7');
  });

  it('is not shown once it has ended', async () => {
    render(memory({ state: 'resolved' }));
    expect(
      await screen.findByText('No version is assigned anywhere'),
    ).toBeVisible();
    expect(screen.queryByText(/decided is/)).not.toBeInTheDocument();
  });

  it('says what failed and shows the rest', async () => {
    render(failing(memory(), 'listAliasDrift'));
    expect(
      await screen.findByText(
        'Could not read whether aliases point where was decided',
      ),
    ).toBeVisible();
    expect(
      await screen.findByText('No version is assigned anywhere'),
    ).toBeVisible();
  });
});

describe('the history of a deployment', () => {
  const v41 = buildVersion(41);
  const assignments = [
    buildAssignment(buildVersion(42), { since: daysAgo(12) }),
    buildAssignment(v41, { since: daysAgo(40), until: daysAgo(12) }),
  ];
  const aliasChanges = [
    buildAliasChange({
      id: 'outside',
      to: undefined,
      via: 'outside',
      by: undefined,
      promotionId: undefined,
    }),
    buildAliasChange(),
  ];
  const data = { assignments, aliasChanges, drifts: [] };

  it('says what was where at the time in the address', async () => {
    render(memory({}, data), `?history=open&at=${daysAgo(20)}`);
    const table = await screen.findByRole('table', {
      name: 'What was assigned where at that time',
    });
    expect(within(table).getByText('v41')).toBeVisible();
    expect(within(table).queryByText('v42')).not.toBeInTheDocument();
    await press('Show all of it');
    const all = await screen.findByRole('table', {
      name: 'What was assigned where',
    });
    expect(await within(all).findByText('v42')).toBeVisible();
  });

  it('says that nothing was assigned then', async () => {
    render(memory({}, data), `?history=open&at=${daysAgo(90)}`);
    expect(await screen.findByText('Nothing was assigned then')).toBeVisible();
  });

  it('opens and closes', async () => {
    render(memory({}, data));
    await press('History');
    expect(await screen.findByLabelText('What was where at')).toBeVisible();
    await press('History');
    expect(
      screen.queryByLabelText('What was where at'),
    ).not.toBeInTheDocument();
  });

  it('has every move of an alias', async () => {
    render(memory({}, data), '?history=open');
    const history = within(
      await screen.findByRole('table', { name: 'Alias history' }),
    );
    const [, newest, older] = history.getAllByRole('row');
    expect(newest).toHaveTextContent('from v41 taken off');
    expect(newest).toHaveTextContent('outside of the portal');
    expect(older).toHaveTextContent('from v41 to v42');
    expect(
      within(older).getByRole('link', { name: 'by a promotion' }),
    ).toHaveAttribute('href', '/ml/promotions/promotion-4');
  });

  it('says that no alias was ever set', async () => {
    render(memory({}, { ...data, aliasChanges: [] }), '?history=open');
    expect(await screen.findByText('No alias was ever set')).toBeVisible();
  });

  it('says what failed', async () => {
    render(failing(memory({}, data), 'listAliasChanges'), '?history=open');
    expect(
      await screen.findByText('Could not read the history of aliases'),
    ).toBeVisible();
  });
});
