import IconButton from '@material-ui/core/IconButton';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import SvgIcon from '@material-ui/core/SvgIcon';
import Tooltip from '@material-ui/core/Tooltip';
import { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    border: `1px solid ${theme.palette.divider}`,
  },
}));

/** Buttons over a picture, one below the other. */
export function ToolButtons(props: {
  label: string;
  buttons: readonly {
    label: string;
    Icon: typeof SvgIcon;
    act: () => void;
  }[];
  /** What else can be done with it. */
  children?: ReactNode;
}) {
  const classes = useStyles();
  return (
    <Paper
      elevation={0}
      className={classes.root}
      role="group"
      aria-label={props.label}
    >
      {props.buttons.map(({ label, Icon, act }) => (
        <Tooltip key={label} title={label} placement="right">
          <IconButton size="small" aria-label={label} onClick={act}>
            <Icon fontSize="small" />
          </IconButton>
        </Tooltip>
      ))}
      {props.children}
    </Paper>
  );
}
