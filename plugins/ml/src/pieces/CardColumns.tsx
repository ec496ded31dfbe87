import { makeStyles } from '@material-ui/core/styles';
import { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: `repeat(auto-fit, minmax(${theme.spacing(30)}px, 1fr))`,
    gap: theme.spacing(3),
  },
}));

/** Parts of a card side by side, as far as there is room. */
export function CardColumns(props: { children: ReactNode }) {
  return <div className={useStyles().root}>{props.children}</div>;
}
