import Button, { ButtonProps } from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Tooltip from '@material-ui/core/Tooltip';

const useStyles = makeStyles({
  off: { opacity: 0.5, cursor: 'default' },
});

/**
 * A button that says why it does nothing. Unlike a disabled one it can be
 * reached by keyboard, so that the reason is there for everybody.
 */
export function ExplainedButton(
  props: Omit<ButtonProps, 'disabled' | 'title'> & {
    /** Why it does nothing now; undefined when it works. */
    reason?: string;
  },
) {
  const { reason, onClick, children, ...rest } = props;
  const classes = useStyles();
  if (reason === undefined) {
    return (
      <Button {...rest} onClick={onClick}>
        {children}
      </Button>
    );
  }
  return (
    <Tooltip title={reason}>
      <Button {...rest} className={classes.off} disableRipple aria-disabled>
        {children}
      </Button>
    </Tooltip>
  );
}
