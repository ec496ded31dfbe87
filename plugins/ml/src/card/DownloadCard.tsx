import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { parseEntityRef } from '@backstage/catalog-model';
import Button from '@material-ui/core/Button';
import { mlApiRef } from '../api/MlApi';
import { Problem } from '../loading/Problem';
import { useAction } from '../loading/useAction';
import { saveBlob } from '../pieces/saveBlob';
import { cardTranslationRef } from './translation';

/** Saves a card as hubs of models read it. */
export function DownloadCard(props: { model: string; version?: string }) {
  const { model, version } = props;
  const { t } = useTranslationRef(cardTranslationRef);
  const api = useApi(mlApiRef);
  const download = useAction(async () => {
    const { name } = parseEntityRef(model);
    saveBlob(await api.downloadCard(model, version), `${name}-card.md`);
  });
  return (
    <>
      <Button
        size="small"
        disabled={download.busy}
        onClick={() => download.run()}
      >
        {t('card.download')}
      </Button>
      {download.error && (
        <Problem error={download.error} title={t('card.downloadFailed')} />
      )}
    </>
  );
}
