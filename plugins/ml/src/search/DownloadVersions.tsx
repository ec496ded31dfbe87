import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { useSearchParams } from 'react-router-dom';
import { mlApiRef } from '../api/MlApi';
import { Problem } from '../loading/Problem';
import { useAction } from '../loading/useAction';
import { firstPage } from '../pieces/cursorTrail';
import { saveBlob } from '../pieces/saveBlob';
import { registryTranslationRef } from '../models/translation';
import { readFoundQuery, VersionKind } from './foundFilters';

const FORMATS = ['csv', 'json'] as const;

/** Saves all versions that fit the filters, on every page of them. */
export function DownloadVersions(props: { kind?: VersionKind }) {
  const { t } = useTranslationRef(registryTranslationRef);
  const api = useApi(mlApiRef);
  const [params] = useSearchParams();
  const download = useAction(async (format: (typeof FORMATS)[number]) => {
    const query = readFoundQuery(firstPage(params), props.kind);
    saveBlob(await api.exportVersions(query, format), `versions.${format}`);
  });
  return (
    <>
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
      {download.error && (
        <Problem error={download.error} title={t('search.download.failed')} />
      )}
    </>
  );
}
