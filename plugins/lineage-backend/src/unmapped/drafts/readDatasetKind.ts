import { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { DatasetKind } from './draftEntity';

const KEY = 'lineage.drafts.datasetKind';

/** As which kind datasets are drafted. Throws InputError for another one. */
export function readDatasetKind(config: RootConfigService): DatasetKind {
  const kind = config.getOptionalString(KEY) ?? 'Dataset';
  if (kind !== 'Dataset' && kind !== 'Resource') {
    throw new InputError(
      `${KEY} is '${kind}', but has to be Dataset or Resource`,
    );
  }
  return kind;
}
