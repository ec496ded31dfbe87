import { MarkdownContent } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Alert from '@material-ui/lab/Alert';
import { EvidenceSections } from '../evidence/EvidenceSections';
import { TombstoneBanner } from '../evidence/TombstoneBanner';
import { useEvidence } from '../evidence/useEvidence';
import { Section } from '../pieces/Section';
import { Since } from '../pieces/Since';
import { versionedKindOf } from '../pieces/versionedKinds';
import { versionsTranslationRef } from '../versions/translation';
import { PairsTable } from '../versions/PairsTable';
import { VersionHistory } from '../versions/VersionHistory';
import { CompareDataVersions } from './CompareDataVersions';
import { ContractSection } from './ContractSection';
import { DatasetSchema } from './DatasetSchema';
import { DataVersionFacts } from './DataVersionFacts';
import { Definition } from './Definition';
import { LineageSection } from './LineageSection';
import { ReadersSection } from './ReadersSection';
import { useContracts } from './useContracts';
import { DataVersion } from './useDataVersion';

/** The parts of the page. What a version does not have is left out. */
export function DataVersionSections(props: { known: DataVersion }) {
  const { version, entity } = props.known;
  const { t } = useTranslationRef(versionsTranslationRef);
  const evidence = useEvidence(version.model, version.label);
  const contracts = useContracts(version.model, entity);
  const { params, tags } = version;
  const isDataset = versionedKindOf(version.model) === 'dataset';
  return (
    <>
      {version.tombstone && <TombstoneBanner tombstone={version.tombstone} />}
      {version.goneSince && !version.tombstone && (
        <Alert severity="warning">
          {t('version.gone')} <Since time={version.goneSince} />
        </Alert>
      )}
      <Section title={t('version.about')}>
        {version.description && (
          <MarkdownContent content={version.description} />
        )}
        <DataVersionFacts version={version} />
      </Section>
      {isDataset ? (
        <DatasetSchema version={version} contracts={contracts} />
      ) : (
        <Definition version={version} entity={entity} />
      )}
      <ContractSection version={version} contracts={contracts} />
      <CompareDataVersions version={version} contracts={contracts} />
      {entity && <ReadersSection version={version} entity={entity} />}
      <LineageSection version={version} entity={entity} />
      <EvidenceSections version={version} evidence={evidence} />
      {params.length > 0 && (
        <Section title={t('version.params')}>
          <PairsTable label={t('version.params')} pairs={params} />
        </Section>
      )}
      {tags.length > 0 && (
        <Section title={t('version.tags')}>
          <PairsTable label={t('version.tags')} pairs={tags} />
        </Section>
      )}
      <Section title={t('version.history')}>
        <VersionHistory version={version} />
      </Section>
    </>
  );
}
