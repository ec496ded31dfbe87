import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { EmptyState } from '../pieces/EmptyState';
import { lineageTranslationRef } from '../translation';
import { UnmappedView } from './unmappedView';

/** No row: as nothing fits the filters, or as there is nothing at all. */
export function NothingUnmapped(props: {
  view: UnmappedView;
  onClear: () => void;
}) {
  const { view, onClear } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const { kind, environment, text, cursor } = view;
  const isFiltered =
    kind !== undefined ||
    environment !== undefined ||
    text !== '' ||
    cursor !== undefined;
  return isFiltered ? (
    <EmptyState
      title={t('unmapped.none')}
      why={[
        t('unmapped.noneWhy'),
        environment !== undefined && t('unmapped.wholeEnvironment'),
      ]
        .filter(Boolean)
        .join(' ')}
      action={
        <Button size="small" variant="outlined" onClick={onClear}>
          {t('unmapped.clear')}
        </Button>
      }
    />
  ) : (
    <EmptyState title={t('unmapped.empty')} why={t('unmapped.emptyWhy')} />
  );
}
