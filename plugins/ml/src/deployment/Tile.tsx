import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    padding: theme.spacing(1.5),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    listStyle: 'none',
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  dashed: { borderStyle: 'dashed' },
  action: { marginTop: 'auto', paddingTop: theme.spacing(1) },
}));

/** One place of the deployment strip. Dashed: not there yet. */
export function Tile(props: {
  title: string;
  dashed?: boolean;
  action?: ReactNode;
  children: ReactNode;
}) {
  const classes = useStyles();
  return (
    <li className={`${classes.root} ${props.dashed ? classes.dashed : ''}`}>
      <Typography variant="body2" color="textSecondary" component="h4">
        {props.title}
      </Typography>
      {props.children}
      {props.action && <div className={classes.action}>{props.action}</div>}
    </li>
  );
}
