import {
  Contract,
  importFeastService,
  importFeastView,
  LossNote,
} from '@understudy/contracts';
import { CliError } from '../CliError';
import type { ImportOptions } from './importDocument';
import { isRecord } from './isRecord';

/** Drafts the contract of a feature view, or what a feature service expects of one of its views. */
export function importFeast(
  path: string,
  value: unknown,
  { port, ...options }: ImportOptions,
): { contract: Contract; lossy: LossNote[] } {
  if (!isService(value)) {
    return importFeastView(value, options);
  }
  const { contracts, lossy } = importFeastService(value, options);
  const chosen = contracts.filter(
    ({ spec }) => port === undefined || spec.ports[0].name === port,
  );
  if (chosen.length !== 1) {
    const names = contracts.map(({ spec }) => spec.ports[0].name).join(', ');
    throw new CliError(
      port === undefined
        ? `${path} is a feature service of ${contracts.length} views, and a contract is about one. Name it with convert --port: ${names}.`
        : `${path} has no view ${JSON.stringify(port)}, but: ${names}.`,
    );
  }
  return { contract: chosen[0], lossy };
}

function isService(value: unknown): boolean {
  const spec = isRecord(value) && isRecord(value.spec) ? value.spec : value;
  const features = isRecord(spec) ? spec.features : undefined;
  return (
    Array.isArray(features) &&
    features.some(
      item =>
        isRecord(item) &&
        ['featureViewName', 'feature_view_name', 'featureColumns'].some(key =>
          Object.hasOwn(item, key),
        ),
    )
  );
}
