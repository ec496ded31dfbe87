import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { FeatureViewEntity } from '@understudy/plugin-ml-common';
import { dataTranslationRef } from '../fields/translation';

const useStyles = makeStyles(theme => ({
  list: { margin: theme.spacing(0, 0, 2), padding: 0, listStyle: 'none' },
  name: { fontFamily: 'monospace', overflowWrap: 'anywhere' },
}));

/** What a value of the view is looked up by. */
export function JoinKeys(props: {
  keys: FeatureViewEntity['spec']['joinKeys'];
}) {
  const { keys = [] } = props;
  const { t } = useTranslationRef(dataTranslationRef);
  const classes = useStyles();
  const title = t('featureView.fact.joinKeys');
  return (
    <>
      <Typography variant="subtitle2" component="h4">
        {title}
      </Typography>
      {keys.length === 0 && (
        <Typography variant="body2" color="textSecondary" paragraph>
          {t('featureView.noJoinKeys')}
        </Typography>
      )}
      <ul className={classes.list} aria-label={title}>
        {keys.map(({ name, type, description }) => (
          <Typography key={name} component="li" variant="body2">
            <span className={classes.name}>{name}</span>
            {type && ` · ${type}`}
            {description && (
              <Typography variant="body2" color="textSecondary">
                {description}
              </Typography>
            )}
          </Typography>
        ))}
      </ul>
    </>
  );
}
