import { MarkdownContent } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Alert from '@material-ui/lab/Alert';
import { AssignmentHistory } from '../deployment/AssignmentHistory';
import { NotAllowedNote } from '../deployment/NotAllowedNote';
import { EvidenceSections } from '../evidence/EvidenceSections';
import { TombstoneBanner } from '../evidence/TombstoneBanner';
import { useEvidence } from '../evidence/useEvidence';
import { Section } from '../pieces/Section';
import { Since } from '../pieces/Since';
import { versionsTranslationRef } from './translation';
import { ComponentsTable } from './ComponentsTable';
import { PairsTable } from './PairsTable';
import { SignatureTable } from './SignatureTable';
import { VersionDetails } from './useVersion';
import { VersionFacts } from './VersionFacts';
import { VersionHistory } from './VersionHistory';
import { VersionMetricsTable } from './VersionMetricsTable';

/** The parts of a version's page. What a version does not have is left out. */
export function VersionSections(props: { details: VersionDetails }) {
  const { version, asking } = props.details;
  const { t } = useTranslationRef(versionsTranslationRef);
  const evidence = useEvidence(version.model, version.label);
  const { signature, components, params, tags } = version;
  const tombstone = version.tombstone ?? evidence.data?.tombstone;
  return (
    <>
      {tombstone && <TombstoneBanner tombstone={tombstone} ofModel />}
      {version.goneSince && !tombstone && (
        <Alert severity="warning">
          {t('version.gone')} <Since time={version.goneSince} />
        </Alert>
      )}
      <Section title={t('version.about')}>
        {version.description && (
          <MarkdownContent content={version.description} />
        )}
        <VersionFacts version={version} />
        {!tombstone && <NotAllowedNote asking={asking} />}
      </Section>
      <Section title={t('version.places')}>
        <AssignmentHistory
          model={version.model}
          versionId={version.id}
          label={t('version.places')}
          empty={{
            title: t('version.nowhere'),
            why: t(tombstone ? 'version.nowhereGone' : 'version.nowhereWhy'),
          }}
        />
      </Section>
      <EvidenceSections version={version} evidence={evidence} />
      {(version.metrics.length > 0 || !evidence.data?.evaluations.length) && (
        <Section title={t('version.metrics')}>
          <VersionMetricsTable metrics={version.metrics} />
        </Section>
      )}
      {params.length > 0 && (
        <Section title={t('version.params')}>
          <PairsTable label={t('version.params')} pairs={params} />
        </Section>
      )}
      {signature && (
        <Section title={t('version.signature')}>
          <SignatureTable signature={signature} />
        </Section>
      )}
      {components.length > 0 && (
        <Section title={t('version.components')}>
          <ComponentsTable components={components} />
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
