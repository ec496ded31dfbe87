import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { contractTranslationRef } from '../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    paddingTop: theme.spacing(1),
  },
  text: { marginRight: 'auto' },
}));

/** Walks through rows that are all here; where it stands is not in the address. */
export function PageButtons(props: {
  from: number;
  size: number;
  total: number;
  onMove: (from: number) => void;
}) {
  const { from, size, total, onMove } = props;
  const { t } = useTranslationRef(contractTranslationRef);
  const classes = useStyles();
  const end = Math.min(from + size, total);
  return (
    <div className={classes.root}>
      <Typography
        variant="body2"
        color="textSecondary"
        className={classes.text}
      >
        {t('contract.try.range', {
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
            {t('contract.try.previous')}
          </Button>
          <Button
            size="small"
            disabled={end >= total}
            onClick={() => onMove(end)}
          >
            {t('contract.try.next')}
          </Button>
        </>
      )}
    </div>
  );
}
