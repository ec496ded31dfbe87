import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { VersionProvenance } from '@understudy/plugin-ml-common';
import { useState } from 'react';
import { FoldButton } from '../pieces/FoldButton';
import { Section } from '../pieces/Section';
import { versionsTranslationRef } from '../versions/translation';
import { currentProvenance, hasReplaced } from './currentProvenance';
import { ProvenanceFacts } from './ProvenanceFacts';
import { ProvenanceStatements } from './ProvenanceStatements';

/** What a version was made from: what counts now, and what was said before. */
export function ProvenanceSection(props: { provenance: VersionProvenance[] }) {
  const { provenance } = props;
  const { t } = useTranslationRef(versionsTranslationRef);
  const [open, setOpen] = useState(false);
  return (
    <Section title={t('versionEvidence.provenance')}>
      <ProvenanceFacts provenance={currentProvenance(provenance)} />
      {hasReplaced(provenance) && (
        <FoldButton
          open={open}
          onToggle={() => setOpen(!open)}
          show={t('versionEvidence.origin.earlier')}
          hide={t('versionEvidence.origin.hideEarlier')}
        />
      )}
      {open && <ProvenanceStatements provenance={provenance} />}
    </Section>
  );
}
