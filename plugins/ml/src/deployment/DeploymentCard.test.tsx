import { ConflictError } from '@backstage/errors';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { buildModelEntity, buildOptions } from '../__testUtils__/builders';
import { failing, hanging } from '../__testUtils__/failing';
import { MemoryMlApi } from '../__testUtils__/MemoryMlApi';
import { renderMl } from '../__testUtils__/renderMl';
import { sampleData } from '../__testUtils__/sampleData';
import { DeploymentCard } from './DeploymentCard';

function render(api: MemoryMlApi) {
  return renderMl(
    <EntityProvider entity={buildModelEntity()}>
      <DeploymentCard />
    </EntityProvider>,
    { api },
  );
}

describe('DeploymentCard', () => {
  it('says what is where and what is on its way', async () => {
    render(new MemoryMlApi(sampleData()));
    const strip = await screen.findByRole('list', {
      name: 'What is assigned where',
    });
    expect(within(strip).getByText('v42')).toBeVisible();
    expect(within(strip).getByText('production · market=de')).toBeVisible();
    expect(
      within(strip).getByRole('link', { name: 'Promote v44' }),
    ).toHaveAttribute('href', '/ml/promotions/promotion-1');
  });

  it('lists what a rollback changes and does it once, without a reason', async () => {
    const api = new MemoryMlApi(sampleData());
    const rollBack = jest.spyOn(api, 'rollBack');
    render(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Roll back production · *' }),
    );
    expect(
      await screen.findByText('production · * goes from v42 back to v41.'),
    ).toBeVisible();
    expect(
      screen.getByText('The alias champion will point at v41.'),
    ).toBeVisible();
    await userEvent.dblClick(
      screen.getByRole('button', { name: 'Roll back to v41' }),
    );
    expect(rollBack).toHaveBeenCalledTimes(1);
    expect(rollBack).toHaveBeenCalledWith(
      'model:default/fraud-score',
      {
        target: { environment: 'production', segment: '*' },
        version: '41',
        replaces: '42',
        reason: undefined,
      },
      { key: expect.any(String) },
    );
  });

  it('keeps the dialog and its text when a rollback is refused', async () => {
    const api = new MemoryMlApi(sampleData());
    api.rollBack = async () => {
      throw new ConflictError("Version '42' is not there any more");
    };
    render(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Roll back production · *' }),
    );
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'Reason' }),
      'Errors',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Roll back to v41' }),
    );
    expect(
      await screen.findByText("Version '42' is not there any more"),
    ).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'Reason' })).toHaveValue(
      'Errors',
    );
  });

  it('offers neither action to who may do neither, and says why', async () => {
    render(
      new MemoryMlApi({
        ...sampleData(),
        options: buildOptions({
          mayPromote: false,
          mayRollBack: false,
          reason: 'Only owners may.',
        }),
      }),
    );
    expect(await screen.findByText(/Only owners may/)).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /Promote|Roll back/ }),
    ).not.toBeInTheDocument();
  });

  it('can be looked at where no policy applies', async () => {
    const api = new MemoryMlApi(sampleData());
    api.getPromotionOptions = async () => {
      throw new ConflictError('No policy applies to the model');
    };
    render(api);
    expect(await screen.findByText('v42')).toBeVisible();
    expect(screen.getByText(/No policy applies to the model/)).toBeVisible();
  });

  it('shows the history', async () => {
    render(new MemoryMlApi(sampleData()));
    await userEvent.click(
      await screen.findByRole('button', { name: 'History' }),
    );
    const table = await screen.findByRole('table', {
      name: 'What was assigned where',
    });
    expect(within(table).getAllByRole('row')).toHaveLength(4);
  });

  it('says that it is loading', async () => {
    render(hanging(new MemoryMlApi(), 'listAssignments'));
    expect(
      await screen.findByText('Loading what is assigned where'),
    ).toBeVisible();
  });

  it('says what would be here when nothing is', async () => {
    render(new MemoryMlApi());
    expect(
      await screen.findByText('No version is assigned anywhere'),
    ).toBeVisible();
  });

  it('says what failed', async () => {
    render(failing(new MemoryMlApi(), 'listAssignments'));
    expect(
      await screen.findByText('Could not read what is assigned where'),
    ).toBeVisible();
  });
});
