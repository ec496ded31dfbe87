import { MarkdownContent } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { VersionCard } from '@understudy/plugin-ml-common';
import { Section } from '../pieces/Section';
import { Since } from '../pieces/Since';
import { mlTranslationRef } from '../translation';
import { cardBody } from './cardBody';

/** The card of a version as its readers see it. */
export function CardSection(props: { card: VersionCard }) {
  const { text, addedAt, addedBy } = props.card;
  const { t } = useTranslationRef(mlTranslationRef);
  return (
    <Section title={t('versionEvidence.card')}>
      <Typography variant="body2" color="textSecondary" component="div">
        {t('versionEvidence.cardBy')} <Since time={addedAt} /> ·{' '}
        {t('versionEvidence.addedBy', { who: addedBy })}
      </Typography>
      <MarkdownContent content={cardBody(text)} />
    </Section>
  );
}
