import { MarkdownContent } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { VersionCard } from '@understudy/plugin-ml-common';
import { CardState } from '../card/CardState';
import { Section } from '../pieces/Section';
import { Since } from '../pieces/Since';
import { mlTranslationRef } from '../translation';
import { cardBody } from './cardBody';

/** The card of a version as its readers see it. */
export function CardSection(props: {
  card: VersionCard;
  model: string;
  version: string;
}) {
  const { card, model, version } = props;
  const { text, addedAt, addedBy } = card;
  const { t } = useTranslationRef(mlTranslationRef);
  return (
    <Section title={t('versionEvidence.card')}>
      <Typography variant="body2" color="textSecondary" component="div">
        {t('versionEvidence.cardBy')} <Since time={addedAt} /> ·{' '}
        {t('versionEvidence.addedBy', { who: addedBy })}
      </Typography>
      <CardState key={card.id} model={model} version={version} />
      <MarkdownContent content={cardBody(text)} />
    </Section>
  );
}
