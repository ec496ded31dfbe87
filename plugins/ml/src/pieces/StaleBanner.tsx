import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import { RegistrySourceStatus } from '@understudy/plugin-ml-common';
import { registriesRouteRef } from '../routes';
import { mlTranslationRef } from '../translation';
import { Since } from './Since';

const useStyles = makeStyles(theme => ({
  root: { marginBottom: theme.spacing(2) },
}));

/**
 * Says of every registry that has not answered in time how old the shown data
 * are, and where to do something about it. Nothing when all are fresh.
 */
export function StaleBanner(props: { sources: RegistrySourceStatus[] }) {
  const { t } = useTranslationRef(mlTranslationRef);
  const classes = useStyles();
  const registriesPath = useRouteRef(registriesRouteRef);
  const stale = props.sources.filter(source => source.stale);
  if (stale.length === 0) {
    return null;
  }
  return (
    <Alert severity="warning" className={classes.root}>
      {stale.map(source => (
        <div key={source.server}>
          {t('stale.registry', { title: source.title })}{' '}
          {source.lastSuccessAt ? (
            <Since time={source.lastSuccessAt} />
          ) : (
            t('stale.never')
          )}
          {'. '}
          {t('stale.showing')}{' '}
          <Link to={registriesPath()} underline="always">
            {t('stale.action')}
          </Link>
        </div>
      ))}
    </Alert>
  );
}
