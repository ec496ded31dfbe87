import { ConflictError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Promotion } from '@understudy/plugin-ml-common';
import {
  buildEvent,
  buildPromotion,
  buildVersion,
} from '../__testUtils__/builders';
import { failing, hanging } from '../__testUtils__/failing';
import { MemoryMlApi } from '../__testUtils__/MemoryMlApi';
import { renderMl } from '../__testUtils__/renderMl';
import { PromotionPage } from './PromotionPage';

function memory(promotion: Partial<Promotion> = {}) {
  return new MemoryMlApi({
    promotions: [buildPromotion(promotion)],
    versions: [buildVersion(42), buildVersion(44)],
  });
}

function render(api: MemoryMlApi) {
  return renderMl(<PromotionPage />, {
    api,
    mountPath: '/ml/promotions/:id',
    path: '/ml/promotions/promotion-1',
  });
}

describe('PromotionPage', () => {
  it('says that it is loading', async () => {
    render(hanging(memory(), 'getPromotion'));
    expect(await screen.findByText('Loading the promotion')).toBeVisible();
  });

  it('says what failed and reads again on request', async () => {
    const api = memory();
    const getPromotion = api.getPromotion.bind(api);
    render(failing(api, 'getPromotion'));
    expect(
      await screen.findByText('Could not read the promotion'),
    ).toBeVisible();
    expect(screen.getByText('The database is being restarted')).toBeVisible();

    api.getPromotion = getPromotion;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('What stands in the way')).toBeVisible();
  });

  it('keeps showing what was read when a later read fails', async () => {
    const api = memory({ allowedActions: ['approve'] });
    render(api);
    const approve = await screen.findByRole('button', { name: 'Approve' });
    failing(api, 'getPromotion');
    api.decidePromotion = async () => buildPromotion();
    await userEvent.click(approve);
    expect(
      await screen.findByText(/Could not refresh the promotion/),
    ).toBeVisible();
    expect(screen.getByText('What stands in the way')).toBeVisible();
  });

  it('approves the revision on show, with the reason, once', async () => {
    const api = memory();
    const decide = jest.spyOn(api, 'decidePromotion');
    render(api);
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'Reason' }),
      'Checked the holdout',
    );
    await userEvent.dblClick(screen.getByRole('button', { name: 'Approve' }));
    expect(await screen.findByText('being carried out')).toBeVisible();
    expect(decide).toHaveBeenCalledTimes(1);
    expect(decide).toHaveBeenCalledWith('promotion-1', {
      action: 'approve',
      revision: 3,
      requirementId: 'owners',
      reason: 'Checked the holdout',
    });
    expect(
      screen.queryByRole('button', { name: 'Approve' }),
    ).not.toBeInTheDocument();
  });

  it('does not reject without a reason', async () => {
    const api = memory();
    const decide = jest.spyOn(api, 'decidePromotion');
    render(api);
    const reject = await screen.findByRole('button', { name: 'Reject' });
    await userEvent.click(reject);
    expect(await screen.findByText(/Say why you reject it/)).toBeVisible();
    expect(decide).not.toHaveBeenCalled();

    await userEvent.type(
      screen.getByRole('textbox', { name: 'Reason' }),
      'Holdout is stale',
    );
    await userEvent.click(reject);
    expect(await screen.findByText('rejected')).toBeVisible();
  });

  it('does not offer to approve my own request, and says why', async () => {
    render(
      memory({
        allowedActions: ['cancel'],
        notAllowed: [
          { action: 'approve', reason: 'You asked for this promotion.' },
        ],
      }),
    );
    expect(
      await screen.findByText(/You asked for this promotion/),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Approve' }),
    ).not.toBeInTheDocument();
  });

  it('keeps what was typed when somebody else was quicker', async () => {
    const api = memory();
    const decidePromotion = api.decidePromotion.bind(api);
    api.decidePromotion = async () => {
      throw new ConflictError('It is at revision 4 now');
    };
    render(api);
    const reason = await screen.findByRole('textbox', { name: 'Reason' });
    await userEvent.type(reason, 'Looks good');
    await userEvent.click(screen.getByRole('button', { name: 'Approve' }));
    expect(await screen.findByText(/It is at revision 4 now/)).toBeVisible();

    api.data.promotions = [buildPromotion({ revision: 4 })];
    api.decidePromotion = decidePromotion;
    await userEvent.click(
      screen.getByRole('button', { name: 'Show the latest state' }),
    );
    await waitFor(() =>
      expect(screen.queryByText(/revision 4 now/)).not.toBeInTheDocument(),
    );
    expect(screen.getByRole('textbox', { name: 'Reason' })).toHaveValue(
      'Looks good',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Approve' }));
    expect(await screen.findByText('being carried out')).toBeVisible();
  });

  it('asks before it withdraws', async () => {
    const api = memory({ allowedActions: ['cancel'] });
    const decide = jest.spyOn(api, 'decidePromotion');
    render(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Withdraw' }),
    );
    expect(
      await screen.findByText(/will not be promoted to production/),
    ).toBeVisible();
    expect(decide).not.toHaveBeenCalled();
    await userEvent.click(
      screen.getByRole('button', { name: 'Withdraw', hidden: false }),
    );
    expect(await screen.findByText('withdrawn')).toBeInTheDocument();
    expect(decide).toHaveBeenCalledWith(
      'promotion-1',
      expect.objectContaining({ action: 'cancel', revision: 3 }),
    );
  });

  it('shows the remedy of a check and checks again', async () => {
    const [run] = buildPromotion().gateRuns;
    const api = memory({
      state: 'blocked',
      allowedActions: ['reevaluate'],
      gateRuns: [
        {
          ...run,
          status: 'fail',
          blocks: true,
          summary: '0.89 < 0.90',
          remedy: 'Train on newer data',
        },
      ],
    });
    const decide = jest.spyOn(api, 'decidePromotion');
    render(api);
    expect(await screen.findAllByText('Train on newer data')).not.toHaveLength(
      0,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Check again' }));
    expect(decide).toHaveBeenCalledWith('promotion-1', {
      action: 'reevaluate',
      revision: 3,
    });
  });

  it('names the versions that a check compared, and what was overridden', async () => {
    const [run] = buildPromotion().gateRuns;
    const ref = 'model:default/fraud-score';
    const metric = { kind: 'metric', ref: `${ref}@44` };
    render(
      memory({
        gateRuns: [
          {
            ...run,
            gateId: 'vs-champion',
            evidence: [
              { ...metric, summary: 'roc_auc = 0.92' },
              { ...metric, ref: `${ref}@41`, summary: 'roc_auc = 0.93' },
              {
                kind: 'contract-override',
                ref: 'component:default/checkout',
                summary: 'checkout: FIELD_REMOVED counts as warning',
              },
            ],
          },
          {
            ...run,
            gateId: 'alone',
            evidence: [
              { ...metric, summary: 'f1 = 0.7' },
              { ...metric, ref: `${ref}@not a label`, summary: 'f1 = 0.6' },
            ],
          },
        ],
      }),
    );
    const of = async (summary: RegExp) =>
      (await screen.findAllByText(summary, { selector: 'li' }))[0];
    const champion = within(await of(/roc_auc = 0.93/));
    expect(champion.getByRole('link', { name: 'v41' })).toHaveAttribute(
      'href',
      '/ml/models/default/fraud-score/versions/41',
    );
    expect(await of(/FIELD_REMOVED/)).toHaveTextContent(
      /^Overridden by the policy: checkout/,
    );
    expect(await of(/f1 = 0.6/)).toHaveTextContent(`${ref}@not a label`);
  });

  it('goes on showing what it replaced once it holds the target', async () => {
    const api = memory({
      state: 'succeeded',
      allowedActions: [],
      champion: { versionId: 'version-44', version: '44' },
      replaced: { versionId: 'version-42', version: '42' },
    });
    const compare = jest.spyOn(api, 'compareVersions');
    render(api);
    await waitFor(() =>
      expect(compare).toHaveBeenCalledWith('model:default/fraud-score', [
        '42',
        '44',
      ]),
    );
  });

  it('says that a very long history is cut', async () => {
    const api = memory();
    api.data.events = Array.from({ length: 201 }, (_, index) =>
      buildEvent('gate.finished', { sequence: index + 1 }),
    );
    render(api);
    expect(
      await screen.findByText(
        'Only the latest 200 events are shown; the ledger has them all.',
      ),
    ).toBeVisible();
  });

  it('shows why the registry was not changed, and the command', async () => {
    render(
      memory({
        state: 'executing',
        allowedActions: [],
        execution: {
          attempt: 3,
          lastError: 'Connection refused',
          manualCommand: 'curl -X POST alias',
        },
      }),
    );
    expect(await screen.findByText('Connection refused')).toBeVisible();
    expect(screen.getByText('curl -X POST alias')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Copy command' })).toBeVisible();
  });

  it('takes the reason of a rollback afterwards', async () => {
    const api = memory({
      kind: 'rollback',
      state: 'succeeded',
      reason: undefined,
      reasonDueAt: new Date(Date.now() + 3_600_000).toISOString(),
      allowedActions: [],
    });
    render(api);
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'Why it was rolled back' }),
      'Blocked gift cards',
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Save the reason' }),
    );
    expect(await screen.findByText('Blocked gift cards')).toBeVisible();
    expect(
      screen.queryByText('A reason is still missing'),
    ).not.toBeInTheDocument();
  });
});
