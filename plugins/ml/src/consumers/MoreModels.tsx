import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { catalogIndexRouteRef } from '../routes';
import { dataTranslationRef } from '../fields/translation';
import { ReadModels } from './readModels';

/** Says which models are not shown, and where to find them. */
export function MoreModels(props: { read: ReadModels }) {
  const { beyond, total, withheld } = props.read;
  const { t } = useTranslationRef(dataTranslationRef);
  const catalogPath = useRouteRef(catalogIndexRouteRef);
  return (
    <>
      {beyond > 0 && (
        <Typography variant="body2" color="textSecondary" component="div">
          {t('consumers.beyond', {
            shown: String(total - beyond),
            total: String(total),
          })}{' '}
          {catalogPath && (
            <Link
              to={`${catalogPath()}?filters[kind]=model`}
              underline="always"
            >
              {t('consumers.allModels')}
            </Link>
          )}
        </Typography>
      )}
      {withheld > 0 && (
        <Typography variant="body2" color="textSecondary" component="div">
          {t('consumers.withheld', { count: withheld })}
        </Typography>
      )}
    </>
  );
}
