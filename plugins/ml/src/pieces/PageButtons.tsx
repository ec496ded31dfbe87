import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { mlTranslationRef } from '../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    paddingTop: theme.spacing(1),
  },
  text: { marginRight: 'auto' },
}));

/** Walks through rows that are all here; where it stands is not in the address. */
export function PageButtons(props: {
  /** What the rows are, for those who cannot see where the buttons stand. */
  label: string;
  from: number;
  size: number;
  total: number;
  onMove: (from: number) => void;
}) {
  const { label, from, size, total, onMove } = props;
  const { t } = useTranslationRef(mlTranslationRef);
  const classes = useStyles();
  const end = Math.min(from + size, total);
  return (
    <div className={classes.root} role="group" aria-label={label}>
      <Typography
        variant="body2"
        color="textSecondary"
        className={classes.text}
        role="status"
      >
        {t('pager.range', {
          from: String(total === 0 ? 0 : from + 1),
          to: String(end),
          total: String(total),
        })}
      </Typography>
      {total > size && (
        <>
          <Button
            size="small"
            disabled={from === 0}
            onClick={() => onMove(Math.max(0, from - size))}
          >
            {t('pager.previous')}
          </Button>
          <Button
            size="small"
            disabled={end >= total}
            onClick={() => onMove(end)}
          >
            {t('pager.next')}
          </Button>
        </>
      )}
    </div>
  );
}
