import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import LinearProgress from '@material-ui/core/LinearProgress';
import { mlTranslationRef } from '../translation';

/** Says, above what is known already, that something is being read anew. */
export function LoadingBar({ what }: { what: string }) {
  const { t } = useTranslationRef(mlTranslationRef);
  return <LinearProgress aria-label={t('loading.busy', { what })} />;
}
