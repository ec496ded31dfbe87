import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { DriftBaseline } from '@understudy/plugin-ml-common';
import { CardColumns } from '../pieces/CardColumns';
import { FirstFew } from '../pieces/FirstFew';
import { Section } from '../pieces/Section';
import { versionsTranslationRef } from '../versions/translation';
import { BaselineFigure } from './BaselineFigure';

const FEW = 6;

/** What drift of a version is measured against, a histogram a field. */
export function BaselinesSection(props: { baselines: DriftBaseline[] }) {
  const { t } = useTranslationRef(versionsTranslationRef);
  const title = t('versionEvidence.baselines');
  return (
    <Section title={title}>
      <Typography variant="body2" color="textSecondary" paragraph>
        {t('versionEvidence.baselinesWhy')}
      </Typography>
      <FirstFew items={props.baselines} few={FEW} label={title}>
        {shown => (
          <CardColumns>
            {shown.map(baseline => (
              <BaselineFigure key={baseline.id} baseline={baseline} />
            ))}
          </CardColumns>
        )}
      </FirstFew>
    </Section>
  );
}
