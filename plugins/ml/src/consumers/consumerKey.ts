import { stringifyEntityRef } from '@backstage/catalog-model';
import { ViewConsumer } from './viewConsumers';

/** Tells the consumers of one view apart: the catalog allows no two alike. */
export function consumerKey({ model, consumption }: ViewConsumer): string {
  const { version = '', mode } = consumption;
  return `${stringifyEntityRef(model)} ${version} ${mode}`;
}
