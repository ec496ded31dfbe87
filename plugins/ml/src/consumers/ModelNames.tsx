import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { ModelEntity } from '@understudy/plugin-ml-common';
import { FirstFew } from '../pieces/FirstFew';

const SHOWN = 2;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none' },
});

/** Models by name, linked: the first few, the others on request. */
export function ModelNames(props: {
  models: ModelEntity[];
  /** What these models have in common. */
  label: string;
}) {
  const { models, label } = props;
  const classes = useStyles();
  return (
    <FirstFew items={models} few={SHOWN} label={label}>
      {shown => (
        <ul className={classes.list} aria-label={label}>
          {shown.map(model => (
            <li key={stringifyEntityRef(model)}>
              <EntityRefLink entityRef={model} hideIcon />
            </li>
          ))}
        </ul>
      )}
    </FirstFew>
  );
}
