import { MarkdownContent } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { VersionCard } from '@understudy/plugin-ml-common';
import { CardState } from '../card/CardState';
import { ActorName } from '../pieces/ActorName';
import { Section } from '../pieces/Section';
import { Since } from '../pieces/Since';
import { versionsTranslationRef } from '../versions/translation';
import { cardBody } from './cardBody';

/** The card of a version as its readers see it. */
export function CardSection(props: {
  card: VersionCard;
  model: string;
  version: string;
  /** Nothing about it can be changed any more. */
  closed?: boolean;
}) {
  const { card, model, version, closed } = props;
  const { text, addedAt, addedBy } = card;
  const { t } = useTranslationRef(versionsTranslationRef);
  return (
    <Section title={t('versionEvidence.card')}>
      <Typography variant="body2" color="textSecondary" component="div">
        {t('versionEvidence.cardBy')} <Since time={addedAt} /> ·{' '}
        {t('versionEvidence.addedBy', { who: <ActorName actor={addedBy} /> })}
      </Typography>
      <CardState
        key={card.id}
        model={model}
        version={version}
        closed={closed}
      />
      <MarkdownContent content={cardBody(text)} />
    </Section>
  );
}
