import { Page } from '@playwright/test';

const DIGEST = `sha256:${'c0ffee'.padEnd(64, '0')}`;
const NOW = '2026-01-02T03:04:05.000Z';

/** Answers requests to the backend of the plugin `ml` whose path fits. */
export async function answer(
  page: Page,
  path: RegExp,
  body: unknown,
): Promise<void> {
  await page.route(
    url => url.pathname.startsWith('/api/ml/') && path.test(url.pathname),
    route => route.fulfill({ json: body }),
  );
}

/** Lets the backend of the plugin `ml` answer nothing, as if it had stopped. */
export async function stopAnswering(page: Page): Promise<void> {
  await page.route(
    url => url.pathname.startsWith('/api/ml/'),
    route => route.abort(),
  );
}

/** A version of a dataset as a list has it. */
export function listedVersion(index: number) {
  return {
    id: `version-${index}`,
    model: 'dataset:default/card-payments',
    owner: 'group:default/data-platform',
    label: `run-${String(index).padStart(4, '0')}`,
    digest: DIGEST,
    digestStrength: 'reported',
    description: `Payments of run ${index}`,
    aliases: [],
    assignments: [],
    everAssigned: false,
    metrics: [],
    contractVersions: ['1.3.0'],
    source: { type: 'rest' },
    createdBy: 'nightly-export-of-card-payments',
    createdAt: NOW,
  };
}

/** One of the pages of a list of a thousand. */
export function pageOfThousand() {
  return {
    items: Array.from({ length: 50 }, (_, index) => listedVersion(index)),
    nextCursor: 'next',
    counts: { total: 1000, matching: 1000 },
    total: 1000,
    sources: [],
  };
}

/** A contract with a thousand fields, as it is in force. */
export function wideContract() {
  const contract = {
    apiVersion: 'understudy.dev/v1alpha1',
    kind: 'InterfaceContract',
    metadata: { name: 'card-payments', version: '1.3.0', status: 'active' },
    spec: {
      subject: 'dataset:default/card-payments',
      role: 'provider',
      ports: [
        {
          name: 'card_payments',
          direction: 'out',
          schema: {
            kind: 'object',
            unknown: 'ignore',
            fields: Array.from({ length: 1000 }, (_, index) => ({
              name: `average_amount_of_the_last_${index}_days`,
              type: { kind: 'scalar', type: 'float64' },
              required: true,
              nullable: false,
              unit: 'EUR',
            })),
          },
        },
      ],
    },
  };
  return {
    current: {
      id: 'contract-1',
      subject: contract.spec.subject,
      version: '1.3.0',
      status: 'active',
      origin: 'declared',
      digest: 'c0ffee'.padEnd(64, '0'),
      subjectVersions: [],
      findings: { errors: 0, warnings: 0, infos: 0 },
      publishedBy: 'system:ml',
      publishedAt: NOW,
      consumers: 1000,
      contract,
    },
    problems: [],
  };
}

/** A thousand consumers of it. */
export function thousandConsumers() {
  return {
    items: Array.from({ length: 1000 }, (_, index) => ({
      consumer: `model:default/forecast-for-store-${index}`,
      owner: 'group:default/forecasting',
      basis: 'relation',
      use: index % 2 ? 'production' : 'training',
      fields: [{ port: 'card_payments', path: 'amount_eur' }],
    })),
    complete: true,
  };
}
