import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { ModelVersion, VersionEvidence } from '@understudy/plugin-ml-common';
import { LoadedContent } from '../loading/LoadedContent';
import { Loaded } from '../loading/useLoaded';
import { Section } from '../pieces/Section';
import { TierChip } from '../pieces/TierChip';
import { versionsTranslationRef } from '../versions/translation';
import { ArtifactsTable } from './ArtifactsTable';
import { BaselinesSection } from './BaselinesSection';
import { CardSection } from './CardSection';
import { EvaluationsSection } from './EvaluationsSection';
import { hasEvidence } from './hasEvidence';
import { LabelsSection } from './LabelsSection';
import { NoEvidence } from './NoEvidence';
import { ProvenanceSection } from './ProvenanceSection';

/** What is on record of a version, as far as there is any. */
export function EvidenceSections(props: {
  version: ModelVersion;
  evidence: Loaded<VersionEvidence>;
}) {
  const { version, evidence } = props;
  const { t } = useTranslationRef(versionsTranslationRef);
  const what = t('versionEvidence.what');
  if (!evidence.data || !hasEvidence(evidence.data)) {
    return (
      <Section title={t('versionEvidence.title')}>
        <LoadedContent loaded={evidence} what={what}>
          {() => <NoEvidence version={version} />}
        </LoadedContent>
      </Section>
    );
  }
  return (
    <LoadedContent loaded={evidence} what={what}>
      {data => <Sections version={version} evidence={data} />}
    </LoadedContent>
  );
}

function Sections(props: { version: ModelVersion; evidence: VersionEvidence }) {
  const { artifacts, baselines, cards, evaluations } = props.evidence;
  const { labels, provenance, riskTier, truncated } = props.evidence;
  const { t } = useTranslationRef(versionsTranslationRef);
  return (
    <>
      {riskTier && (
        <Section title={t('versionEvidence.riskTier')}>
          <TierChip tier={riskTier.tier} />{' '}
          <Typography variant="body2" component="span">
            {riskTier.rationale}
          </Typography>
        </Section>
      )}
      {evaluations.length > 0 && (
        <EvaluationsSection evaluations={evaluations} />
      )}
      {cards.length > 0 && (
        <CardSection
          card={cards[0]}
          model={props.version.model}
          version={props.version.label}
          closed={props.version.tombstone !== undefined}
        />
      )}
      {provenance.length > 0 && <ProvenanceSection provenance={provenance} />}
      {artifacts.length > 0 && (
        <Section title={t('versionEvidence.artifacts')}>
          <ArtifactsTable artifacts={artifacts} />
        </Section>
      )}
      {baselines.length > 0 && <BaselinesSection baselines={baselines} />}
      {labels.length > 0 && <LabelsSection labels={labels} />}
      {truncated.length > 0 && (
        <Typography variant="body2" color="textSecondary" paragraph>
          {t('versionEvidence.truncated', { what: truncated.join(', ') })}
        </Typography>
      )}
    </>
  );
}
