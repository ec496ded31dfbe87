import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Paper from '@material-ui/core/Paper';
import { ReactNode, useState } from 'react';
import { mlTranslationRef } from '../translation';
import { FoldButton } from './FoldButton';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gap: theme.spacing(2),
    alignItems: 'start',
    gridTemplateColumns: 'minmax(0, 1fr)',
    [theme.breakpoints.up('md')]: {
      gridTemplateColumns: `${theme.spacing(28)}px minmax(0, 1fr)`,
    },
  },
  part: { padding: theme.spacing(2), minWidth: 0 },
  // On a narrow screen filters would push what they filter out of sight.
  fold: { [theme.breakpoints.up('md')]: { display: 'none' } },
  folded: { [theme.breakpoints.down('sm')]: { display: 'none' } },
}));

/**
 * A rail with filters on the left, what they filter on the right. On a narrow
 * screen the rail is above and folded.
 */
export function RailLayout(props: {
  label: string;
  rail: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslationRef(mlTranslationRef);
  const classes = useStyles();
  const [open, setOpen] = useState(false);
  return (
    <div className={classes.root}>
      <Paper
        component="section"
        className={classes.part}
        aria-label={props.label}
      >
        <div className={classes.fold}>
          <FoldButton
            open={open}
            onToggle={() => setOpen(!open)}
            show={t('rail.show')}
            hide={t('rail.hide')}
          />
        </div>
        <div className={open ? undefined : classes.folded}>{props.rail}</div>
      </Paper>
      <Paper className={classes.part}>{props.children}</Paper>
    </div>
  );
}
