import { stepOutput } from './stepOutput';

describe('stepOutput', () => {
  it.each([
    ['ol:job:airflow/load', undefined],
    ['dataset:default/orders', undefined],
    [
      'ol:job:airflow/load#pg%3A%2F%2Fhost/public.orders%20new',
      'public.orders new',
    ],
    ['ol:job:airflow/load#pg/100%', '100%'],
  ])('reads %s', (id, name) => {
    expect(stepOutput(id)).toBe(name);
  });
});
