import { makeStyles } from '@material-ui/core/styles';
import { MouseEvent, ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline',
    padding: 0,
    border: 0,
    background: 'none',
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    overflowWrap: 'anywhere',
    color: theme.palette.text.primary,
    textDecoration: 'underline',
    textDecorationColor: theme.palette.text.secondary,
    textUnderlineOffset: 3,
    '&:hover': { textDecorationColor: 'currentColor' },
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
}));

/** A name that opens something here; plain, as there may be hundreds. */
export function TextButton(props: {
  onClick: (event: MouseEvent) => void;
  /** What it does, where its text alone does not say it. */
  label?: string;
  children: ReactNode;
}) {
  const classes = useStyles();
  return (
    <button
      type="button"
      className={classes.root}
      aria-label={props.label}
      onClick={props.onClick}
    >
      {props.children}
    </button>
  );
}
