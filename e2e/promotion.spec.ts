import { lookAt } from './portal/lookAt';
import {
  approvePromotion,
  expectPromotionState,
  requestPromotion,
  rollBack,
} from './portal/promotionSteps';
import { SAMPLE_CHAMPION, SAMPLE_MODEL as MODEL } from './portal/sampleHistory';
import { expect, test } from './portal/test';

test('a version is promoted with the approval of a colleague, and rolled back', async ({
  signIn,
}) => {
  const scientist = await signIn('payments-scientist');
  const lead = await signIn('payments-lead');
  const onCall = await signIn('on-call');

  const address = await requestPromotion(scientist, {
    model: MODEL,
    version: '44',
    reason: 'Catches more fraud at the same rate of false alarms',
  });
  await expectPromotionState(scientist, 'waiting for approval');
  // Who asks does not decide, and is told so.
  await expect(
    scientist.getByText(/somebody else has to decide/),
  ).toBeVisible();
  await expect(
    scientist.getByRole('button', { name: 'Approve', exact: true }),
  ).toBeHidden();

  await lead.goto(address);
  await lookAt(lead, 'promotion-waiting', {
    ready: () => expectPromotionState(lead, 'waiting for approval'),
  });
  await approvePromotion(lead, address);
  await expectPromotionState(lead, 'succeeded');
  // Nobody has to reload: the requester's page follows.
  await expectPromotionState(scientist, 'succeeded');

  await lookAt(scientist, 'model-after-promotion', {
    ready: async () => {
      if (!scientist.url().includes('/catalog/')) {
        await scientist.goto(`/catalog/default/model/${MODEL}`);
      }
      await expect(
        scientist.getByText('What is assigned where').first(),
      ).toBeVisible();
      await expect(
        scientist.getByRole('link', { name: /v44/ }).first(),
      ).toBeVisible();
    },
  });

  await rollBack(onCall, { model: MODEL, to: SAMPLE_CHAMPION });
  await expectPromotionState(onCall, 'succeeded');
  await expect(onCall.getByText('A reason is still missing')).toBeVisible();
  await onCall.goto(`/ml/models/default/${MODEL}/versions/champion`);
  await expect(onCall.getByText(`v${SAMPLE_CHAMPION}`).first()).toBeVisible();
});

test('a gate that fails says what stands in the way', async ({ signIn }) => {
  const scientist = await signIn('payments-scientist');
  await requestPromotion(scientist, {
    model: MODEL,
    version: '43',
    reason: 'Smaller and faster',
  });

  await expectPromotionState(scientist, 'blocked');
  await expect(
    scientist.getByText(/roc_auc on card-payments-holdout/).first(),
  ).toBeVisible();
  await expect(
    scientist.getByText(/Promote a version for which/).first(),
  ).toBeVisible();
});

test('only those who may are offered a promotion', async ({ signIn }) => {
  const stranger = await signIn('search-scientist');
  await stranger.goto(`/catalog/default/model/${MODEL}`);

  await expect(stranger.getByText(/cannot promote|can neither/)).toBeVisible();
  await expect(
    stranger.getByRole('button', { name: 'Promote a version' }),
  ).toBeHidden();
});
