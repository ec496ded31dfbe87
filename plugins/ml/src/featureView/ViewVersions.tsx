import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { FeatureViewEntity } from '@understudy/plugin-ml-common';
import { Since } from '../pieces/Since';
import { VersionLink } from '../pieces/VersionLink';
import { dataTranslationRef } from '../fields/translation';
import { VersionState } from './VersionState';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, padding: 0, listStyle: 'none' },
  version: { marginTop: theme.spacing(1) },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.75),
  },
}));

/** The definitions of a view: which are live, since when and until when. */
export function ViewVersions(props: { view: FeatureViewEntity }) {
  const { versions = [] } = props.view.spec;
  const ref = stringifyEntityRef(props.view);
  const { t } = useTranslationRef(dataTranslationRef);
  const classes = useStyles();
  const title = t('featureView.fact.versions');
  return (
    <>
      <Typography variant="subtitle2" component="h4">
        {title}
      </Typography>
      {versions.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('featureView.noVersions')}
        </Typography>
      )}
      <ul className={classes.list} aria-label={title}>
        {versions.map(({ label, state, since, until, description }) => (
          <Typography
            key={label}
            component="li"
            variant="body2"
            className={classes.version}
          >
            <span className={classes.head}>
              <VersionLink model={ref} version={label} />{' '}
              <VersionState state={state} />{' '}
              <span>
                {since && (
                  <>
                    {t('featureView.since')} <Since time={since} plain />
                  </>
                )}
                {since && until && ', '}
                {until && (
                  <>
                    {t('featureView.until')} <Since time={until} />
                  </>
                )}
              </span>
            </span>
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
