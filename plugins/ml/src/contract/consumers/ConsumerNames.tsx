import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { FirstFew } from '../../pieces/FirstFew';

const SHOWN = 2;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none' },
});

/** Entities by name, linked: the first few, the others on request. */
export function ConsumerNames(props: {
  /** Entity refs. */
  consumers: string[];
  /** What they have in common. */
  label: string;
  few?: number;
}) {
  const { consumers, label, few = SHOWN } = props;
  const classes = useStyles();
  return (
    <FirstFew items={consumers} few={few} label={label}>
      {shown => (
        <ul className={classes.list} aria-label={label}>
          {shown.map(ref => (
            <li key={ref}>
              <EntityRefLink entityRef={ref} hideIcon />
            </li>
          ))}
        </ul>
      )}
    </FirstFew>
  );
}
