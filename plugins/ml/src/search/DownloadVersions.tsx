import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useSearchParams } from 'react-router-dom';
import { mlApiRef } from '../api/MlApi';
import { Problem } from '../loading/Problem';
import { useAction } from '../loading/useAction';
import { firstPage } from '../pieces/cursorTrail';
import { saveBlob } from '../pieces/saveBlob';
import { mlTranslationRef } from '../translation';
import { readFoundQuery } from './foundFilters';

const FORMATS = ['csv', 'json'] as const;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    justifyContent: 'flex-end',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(1),
  },
}));

/** Saves all versions that fit the filters, on every page of them. */
export function DownloadVersions() {
  const { t } = useTranslationRef(mlTranslationRef);
  const classes = useStyles();
  const api = useApi(mlApiRef);
  const [params] = useSearchParams();
  const download = useAction(async (format: (typeof FORMATS)[number]) => {
    const query = readFoundQuery(firstPage(params));
    saveBlob(await api.exportVersions(query, format), `versions.${format}`);
  });
  return (
    <>
      <div className={classes.root}>
        {FORMATS.map(format => (
          <Button
            key={format}
            size="small"
            variant="outlined"
            disabled={download.busy}
            onClick={() => download.run(format)}
          >
            {t(`search.download.${format}`)}
          </Button>
        ))}
      </div>
      {download.error && (
        <Problem error={download.error} title={t('search.download.failed')} />
      )}
    </>
  );
}
