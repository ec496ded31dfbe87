import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { LineageUnmappedPage } from '@understudy/plugin-lineage-common';
import { ChoiceField } from '../pieces/ChoiceField';
import { lineageTranslationRef } from '../translation';
import { PAGE_SIZES, UnmappedView } from './unmappedView';

/** The backend counts no further. */
const MOST_COUNTED = 10_000;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: theme.spacing(1),
    paddingTop: theme.spacing(1),
  },
  size: { width: theme.spacing(12) },
}));

/** Goes from page to page, and says where in the list one is. */
export function UnmappedPager(props: {
  view: UnmappedView;
  page: LineageUnmappedPage;
  busy: boolean;
  onNext: (cursor: string) => void;
  onPrevious: () => void;
  onLimit: (limit: number) => void;
}) {
  const { view, page, busy, onNext, onPrevious, onLimit } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const { nextCursor } = page;
  const number = new Intl.NumberFormat();
  return (
    <div className={classes.root}>
      <Typography variant="body2" color="textSecondary" role="status">
        {t(
          page.total >= MOST_COUNTED
            ? 'unmapped.rangeAtLeast'
            : 'unmapped.range',
          {
            from: number.format(view.before + 1),
            to: number.format(view.before + page.items.length),
            total: number.format(page.total),
          },
        )}
      </Typography>
      <div className={classes.size}>
        <ChoiceField
          label={t('unmapped.rows')}
          value={String(view.limit)}
          choices={PAGE_SIZES.map(size => ({
            value: String(size),
            label: String(size),
          }))}
          onChange={size => onLimit(Number(size))}
        />
      </div>
      <Button
        size="small"
        disabled={busy || view.cursor === undefined}
        onClick={onPrevious}
      >
        {t('unmapped.previous')}
      </Button>
      <Button
        size="small"
        disabled={busy || nextCursor === undefined}
        onClick={() => nextCursor !== undefined && onNext(nextCursor)}
      >
        {t('unmapped.next')}
      </Button>
    </div>
  );
}
