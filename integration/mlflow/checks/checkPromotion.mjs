import { equal } from 'node:assert/strict';
import { chromium } from '@playwright/test';
import { launchOptions } from '../../../e2e/portal/launchOptions.ts';
import {
  approvePromotion,
  expectManualCommand,
  expectPromotionState,
  requestPromotion,
  rollBack,
  signInAs,
} from '../../../e2e/portal/promotionSteps.ts';

const MODEL = 'card-fraud';

/**
 * Promotes and rolls back in a real browser as several people, and reads with
 * the real MLflow client where the alias went.
 */
export async function checkPromotion({ checks, portal, trained, mlflow }) {
  const [before, unmeasured, candidate] = trained.fraudVersions;
  const browser = await chromium.launch(launchOptions);
  const people = async role => {
    const context = await browser.newContext({ baseURL: portal.url });
    return await signInAs(await context.newPage(), role);
  };
  try {
    const scientist = await people('Payments scientist');
    const lead = await people('Payments lead');
    const onCall = await people('On-call engineer');

    await checks.check('a version nobody measured is blocked', async () => {
      await requestPromotion(scientist, {
        model: MODEL,
        version: unmeasured,
        reason: 'A stronger regularisation',
      });
      await expectPromotionState(scientist, 'blocked');
    });

    await checks.check('an approved version moves the alias', async () => {
      const address = await requestPromotion(scientist, {
        model: MODEL,
        version: candidate,
        reason: 'Finds more fraud',
      });
      await approvePromotion(lead, address);
      await expectPromotionState(lead, 'succeeded');
      equal(await mlflow.readAlias(MODEL, 'champion'), candidate);
    });

    await checks.check('a rollback moves it back at once', async () => {
      await rollBack(onCall, { model: MODEL, to: before });
      await expectPromotionState(onCall, 'succeeded');
      equal(await mlflow.readAlias(MODEL, 'champion'), before);
    });

    await checks.check('a dead MLflow holds a promotion up', async () => {
      const address = await requestPromotion(scientist, {
        model: MODEL,
        version: candidate,
        reason: 'Once more',
      });
      await mlflow.stop();
      await approvePromotion(lead, address);
      await expectManualCommand(lead);
    });

    await checks.check('and it goes through once MLflow is back', async () => {
      await mlflow.start();
      await expectPromotionState(lead, 'succeeded', { seconds: 150 });
      equal(await mlflow.readAlias(MODEL, 'champion'), candidate);
    });
  } finally {
    await browser.close();
  }
}
