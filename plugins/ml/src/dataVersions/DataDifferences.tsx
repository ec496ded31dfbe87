import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { ModelVersion } from '@understudy/plugin-ml-common';
import { formatVersion } from '../pieces/formatVersion';
import { versionedKindOf } from '../pieces/versionedKinds';
import { dataTranslationRef } from '../fields/translation';
import { definitionChanges } from './definitionChanges';
import { DefinitionChangesTable } from './DefinitionChangesTable';
import { SnapshotDifferencesTable } from './SnapshotDifferencesTable';

/** What the later of two versions has differently. */
export function DataDifferences(props: {
  before: ModelVersion;
  after: ModelVersion;
}) {
  const { before, after } = props;
  const { t } = useTranslationRef(dataTranslationRef);
  const names = {
    before: formatVersion(before.label),
    after: formatVersion(after.label),
  };
  if (versionedKindOf(after.model) === 'dataset') {
    return before.digest === after.digest ? (
      <Typography variant="body2" paragraph>
        {t('dataVersions.compare.sameData', names)}
      </Typography>
    ) : (
      <SnapshotDifferencesTable before={before} after={after} />
    );
  }
  if (!before.definition || !after.definition) {
    return (
      <Typography variant="body2" paragraph>
        {t('dataVersions.compare.noDefinition')}
      </Typography>
    );
  }
  const changes = definitionChanges(before.definition, after.definition);
  if (changes.length === 0) {
    return (
      <Typography variant="body2" paragraph>
        {t('dataVersions.compare.same', names)}
      </Typography>
    );
  }
  return (
    <>
      <Typography variant="body2" paragraph>
        {t('dataVersions.compare.count', {
          count: changes.length,
          ...names,
        })}
      </Typography>
      <DefinitionChangesTable changes={changes} before={before} after={after} />
    </>
  );
}
