import { makeStyles } from '@material-ui/core/styles';
import Tooltip from '@material-ui/core/Tooltip';
import { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    padding: theme.spacing(0, 0.75),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    fontSize: theme.typography.pxToRem(12),
    lineHeight: theme.typography.pxToRem(20),
    color: theme.palette.text.primary,
    whiteSpace: 'nowrap',
  },
  strong: { borderColor: theme.palette.text.primary, fontWeight: 600 },
}));

/**
 * A short fact in a box: a stage, a tier, an alias. Not a control. `title`
 * explains it on hover.
 */
export function Tag(props: {
  children: ReactNode;
  title?: string;
  strong?: boolean;
}) {
  const classes = useStyles();
  const tag = (
    <span className={`${classes.root} ${props.strong ? classes.strong : ''}`}>
      {props.children}
    </span>
  );
  return props.title ? <Tooltip title={props.title}>{tag}</Tooltip> : tag;
}
