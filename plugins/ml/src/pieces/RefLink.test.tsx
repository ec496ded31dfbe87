import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { RefLink } from './RefLink';

const mountedRoutes = { '/catalog/:namespace/:kind/:name': entityRouteRef };

it('links a short name in the namespace of who names it', async () => {
  await renderInTestApp(
    <RefLink value="fraud-scoring" kind="component" namespace="payments" />,
    { mountedRoutes },
  );

  expect(screen.getByRole('link')).toHaveAttribute(
    'href',
    '/catalog/payments/component/fraud-scoring',
  );
});

it('keeps a full ref as it is', async () => {
  await renderInTestApp(
    <RefLink value="user:default/on-call" kind="group" namespace="payments" />,
    { mountedRoutes },
  );

  expect(screen.getByRole('link')).toHaveAttribute(
    'href',
    '/catalog/default/user/on-call',
  );
});
