import { makeStyles } from '@material-ui/core/styles';

const MOST_LINES = 24;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'block',
    boxSizing: 'border-box',
    width: '100%',
    margin: theme.spacing(1, 0),
    padding: theme.spacing(1),
    resize: 'vertical',
    fontFamily: 'monospace',
    fontSize: theme.typography.body2.fontSize,
    lineHeight: 1.43,
    color: theme.palette.text.primary,
    backgroundColor: 'transparent',
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
}));

/**
 * Text for machines, to read and to copy. A field, as fields are scrolled by
 * keyboard, and taken whole with one key, without further ado.
 */
export function CodeText(props: { text: string; label: string }) {
  const { text, label } = props;
  const classes = useStyles();
  const lines = text.split('\n').length;
  return (
    <textarea
      readOnly
      className={classes.root}
      aria-label={label}
      wrap="off"
      spellCheck={false}
      rows={Math.min(lines, MOST_LINES)}
      value={text}
    />
  );
}
