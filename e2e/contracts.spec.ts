import { lookAt } from './portal/lookAt';
import { expect, test } from './portal/test';

const VIEW = '/catalog/default/featureview/card-activity';
const CONTRACT = `${VIEW}/contract`;
const DEPRECATION = /^It can(not)? be removed|^Nothing is deprecated/;

test('a feature engineer finds out which models a removed field breaks', async ({
  signIn,
}) => {
  const page = await signIn('feature-engineer');
  await page.goto(VIEW);
  const tabs = page.getByRole('navigation', { name: 'Content navigation' });
  await tabs.getByRole('link', { name: 'Contract' }).click();
  await page.waitForURL('**/contract');
  await expect(
    page.getByRole('heading', { name: /^v\d+\.\d+\.\d+$/ }),
  ).toBeVisible();
  const row = page.getByRole('row', { name: /^payments_last_hour/ });
  await expect(row.getByRole('link', { name: 'Fraud score' })).toBeVisible();

  await page.getByRole('tab', { name: 'Try a change' }).click();
  await page.waitForURL('**view=try');
  await page.getByRole('button', { name: 'Remove payments_last_hour' }).click();
  await expect(
    page.getByText(/^Removing payments_last_hour breaks .* of .* teams?\.$/),
  ).toBeVisible();
  const broken = page.getByRole('list', {
    name: 'Broken by payments_last_hour',
  });
  await expect(broken.getByRole('link', { name: 'Fraud score' })).toBeVisible();
  await expect(page.getByText(/^It needs a major version: v/)).toBeVisible();

  // Nothing is stored, and what was tried is still there after a look elsewhere.
  await page.getByRole('tab', { name: 'Consumers' }).click();
  await page.getByRole('tab', { name: 'Try a change' }).click();
  await expect(
    page.getByText('You began this change earlier; it is as you left it.'),
  ).toBeVisible();
  await page.getByRole('button', { name: /^Back to v/ }).click();
  await expect(page.getByLabel('Name of payments_last_hour')).toBeVisible();
});

test('a text that cannot be read is kept, and its place is named', async ({
  signIn,
}) => {
  const page = await signIn('feature-engineer');
  await page.goto(`${CONTRACT}?view=try`);
  await page.getByRole('button', { name: 'JSON', exact: true }).click();
  const text = page.getByRole('textbox', { name: 'Contract as JSON' });
  await text.fill('{"apiVersion":');
  await expect(page.getByText('This is no contract yet')).toBeVisible();
  await page.getByRole('button', { name: 'Fields', exact: true }).click();
  await expect(page.getByText(/The text cannot be read yet/)).toBeVisible();
  await expect(text).toHaveValue('{"apiVersion":');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('This is no contract yet')).toHaveCount(0);
});

test('the owner of a model accepts for a time that a field goes', async ({
  signIn,
}) => {
  const reason = 'The source is switched off before the model can move';
  const engineer = await signIn('feature-engineer');
  await engineer.goto(`${CONTRACT}?view=try`);
  await engineer
    .getByRole('button', { name: 'Remove declines_last_day' })
    .click();
  await engineer
    .getByRole('button', {
      name: /^Ask for a waiver: declines_last_day, \d+ consumers?$/,
    })
    .click();
  const asking = engineer.getByRole('dialog');
  await expect(asking.getByRole('link', { name: 'Fraud score' })).toBeVisible();
  await asking.getByLabel('Reason').fill(reason);
  await asking.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(asking.getByText(/asked for\. The owners? ha/)).toBeVisible();
  await asking.getByRole('button', { name: 'Close' }).click();

  // Whoever asked cannot grant it.
  await engineer.getByRole('tab', { name: 'Waivers' }).click();
  const waiting = engineer
    .getByRole('region', { name: 'Waiting for others' })
    .getByRole('row', { name: /^declines_last_day.*Fraud score/ });
  await expect(waiting.getByText(reason)).toBeVisible();
  await expect(waiting.getByRole('button', { name: /^Grant/ })).toHaveCount(0);

  const scientist = await signIn('payments-scientist');
  await scientist.goto(`${CONTRACT}?view=waivers`);
  await lookAt(scientist, 'contract-waivers-waiting', {
    ready: async () => {
      await expect(
        scientist
          .getByRole('region', { name: 'Waiting for you' })
          .getByText(reason)
          .first(),
      ).toBeVisible();
    },
  });
  await scientist
    .getByRole('region', { name: 'Waiting for you' })
    .getByRole('row', { name: /^declines_last_day.*Fraud score/ })
    .getByRole('button', { name: 'Grant the waiver of declines_last_day' })
    .click();
  await scientist
    .getByRole('dialog')
    .getByRole('button', { name: 'Grant', exact: true })
    .click();
  const held = scientist
    .getByRole('region', { name: 'In force' })
    .getByRole('row', { name: /^declines_last_day.*Fraud score/ });
  await expect(held.getByText('in force')).toBeVisible();
  // Neither publishing nor deprecating is offered to those who may not.
  await scientist.getByRole('tab', { name: 'Deprecations' }).click();
  await expect(scientist.getByText(DEPRECATION).first()).toBeVisible();
  await expect(
    scientist.getByRole('button', { name: 'Deprecate' }),
  ).toHaveCount(0);
  await scientist.getByRole('tab', { name: 'Try a change' }).click();
  await expect(
    scientist.getByText(/Publishing is for the owner/),
  ).toBeVisible();

  await engineer.goto(`${CONTRACT}?view=try`);
  await lookAt(engineer, 'contract-waived', {
    ready: async () => {
      const waived = engineer.getByRole('list', { name: 'Waived' });
      await expect(
        waived.getByRole('link', { name: 'Fraud score' }),
      ).toBeVisible();
      await expect(
        waived.getByText(/^waived until \d{4}-\d{2}-\d{2}$/).first(),
      ).toBeVisible();
    },
  });

  await scientist.goto(`${CONTRACT}?view=waivers`);
  await held.getByRole('button', { name: /^Take back/ }).click();
  const takingBack = scientist.getByRole('dialog');
  await takingBack.getByLabel('Reason').fill('We read it again');
  await takingBack.getByRole('button', { name: 'Take back' }).click();
  await lookAt(scientist, 'contract-waivers', {
    ready: async () => {
      await expect(
        scientist
          .getByRole('region', { name: 'Ended' })
          .getByText('We read it again'),
      ).toBeVisible();
    },
  });
});

test('data that is not as its contract says is named, with what differs', async ({
  signIn,
}) => {
  const page = await signIn('feature-engineer');
  await page.goto('/catalog/default/dataset/product-prices/contract');
  await lookAt(page, 'contract-stale', {
    ready: async () => {
      await expect(page.getByRole('heading', { name: 'v1.1.0' })).toBeVisible();
      await expect(page.getByRole('alert')).toContainText('price_eur');
      await expect(
        page.getByText('compared with product_prices'),
      ).toBeVisible();
    },
  });
});

test('what is observed is the contract of what nobody describes', async ({
  signIn,
}) => {
  const page = await signIn('feature-engineer');
  await page.goto('/catalog/default/dataset/stock-levels/contract');
  await lookAt(page, 'contract-observed', {
    ready: async () => {
      await expect(page.getByText('from lineage')).toBeVisible();
      await expect(page.getByRole('row', { name: /^units/ })).toBeVisible();
    },
  });
});

for (const [name, path, text] of [
  ['fields', CONTRACT, /^1 to \d+ of \d+ fields$/],
  ['consumers', `${CONTRACT}?view=consumers`, /in production, .* in training/],
  ['history', `${CONTRACT}?view=history`, 'Versions of the contract'],
  ['promises', `${CONTRACT}?view=promises`, 'Rules for changes'],
  ['deprecations', `${CONTRACT}?view=deprecations`, DEPRECATION],
  ['try', `${CONTRACT}?view=try`, /^Nothing is stored|Change the contract/],
] as const) {
  test(`the view ${name} of a contract is readable in both themes`, async ({
    signIn,
  }) => {
    const page = await signIn('feature-engineer');
    await page.goto(path);
    await lookAt(page, `contract-${name}`, {
      ready: async () => {
        await expect(page.getByText(text).first()).toBeVisible();
      },
    });
  });
}
