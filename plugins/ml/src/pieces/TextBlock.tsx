import { makeStyles } from '@material-ui/core/styles';
import { CopyButton } from './CopyButton';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', alignItems: 'flex-start' },
  text: {
    flex: 1,
    minWidth: 0,
    maxHeight: '50vh',
    overflow: 'auto',
    margin: 0,
    padding: theme.spacing(1),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    fontFamily: 'monospace',
    fontSize: theme.typography.pxToRem(13),
    whiteSpace: 'pre',
  },
}));

/** A longer text for a file, letter by letter, with a button that copies it. */
export function TextBlock(props: {
  label: string;
  text: string;
  /** What the button copies. */
  what: string;
}) {
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <pre
        className={classes.text}
        role="group"
        aria-label={props.label}
        // Scrolling by keyboard needs the focus.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {props.text}
      </pre>
      <CopyButton text={props.text} what={props.what} />
    </div>
  );
}
