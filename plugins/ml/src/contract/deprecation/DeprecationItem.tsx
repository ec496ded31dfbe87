import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { DeprecationProgress } from '@understudy/plugin-ml-common';
import { ActorName } from '../../pieces/ActorName';
import { Section } from '../../pieces/Section';
import { Since } from '../../pieces/Since';
import { Tag } from '../../pieces/Tag';
import { contractTranslationRef } from '../translation';
import { ConsumerNames } from '../consumers/ConsumerNames';
import { ConsumersTable } from '../consumers/ConsumersTable';
import { AskEarlyRemoval } from '../waivers/AskEarlyRemoval';
import { MigrationBar } from './MigrationBar';

const FEW = 5;

const useStyles = makeStyles(theme => ({
  list: { margin: 0, paddingLeft: theme.spacing(2.5) },
}));

/** One thing that will go: until when, why, and who still uses it. */
export function DeprecationItem(props: { progress: DeprecationProgress }) {
  const { progress } = props;
  const { version, field, deprecation, remaining, waived = [] } = progress;
  const { t } = useTranslationRef(contractTranslationRef);
  const classes = useStyles();
  return (
    <Section
      title={
        field
          ? t('contract.deprecation.field', { field: field.path, version })
          : t('contract.deprecation.version', { version })
      }
      actions={
        <Tag strong>
          {t('contract.deprecation.removeAfter', {
            day: deprecation.removeAfter,
          })}
        </Tag>
      }
    >
      <Typography variant="body2">{deprecation.reason}</Typography>
      {deprecation.replacement && (
        <Typography variant="body2">
          {t('contract.deprecation.replacement', {
            replacement: deprecation.replacement,
          })}
        </Typography>
      )}
      <Typography variant="body2" color="textSecondary" component="div">
        {t('contract.deprecation.by')} <ActorName actor={deprecation.by} />
        {' · '}
        <Since time={deprecation.since} />
      </Typography>
      <MigrationBar use="production" {...progress.production} />
      {progress.training.total > 0 && (
        <MigrationBar use="training" {...progress.training} />
      )}
      <Typography variant="subtitle2" component="h3">
        {t(
          progress.removable
            ? 'contract.deprecation.removable'
            : 'contract.deprecation.notYet',
        )}
      </Typography>
      {progress.blockedBy.length > 0 && (
        <ul className={classes.list}>
          {progress.blockedBy.map(reason => (
            <Typography key={reason} component="li" variant="body2">
              {reason}
            </Typography>
          ))}
        </ul>
      )}
      {field && !progress.removable && <AskEarlyRemoval field={field} />}
      {waived.length > 0 && (
        <Section nested title={t('contract.deprecation.agreed')}>
          <ConsumerNames
            consumers={waived.map(({ consumer }) => consumer)}
            few={FEW}
            label={t('contract.deprecation.agreed')}
          />
        </Section>
      )}
      <Section nested title={t('contract.deprecation.remaining')}>
        {remaining.length > 0 ? (
          <ConsumersTable consumers={remaining} />
        ) : (
          <Typography variant="body2">
            {t('contract.deprecation.nobody')}
          </Typography>
        )}
      </Section>
    </Section>
  );
}
