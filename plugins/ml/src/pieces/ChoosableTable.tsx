import { makeStyles } from '@material-ui/core/styles';
import { ComponentProps, ReactNode } from 'react';
import {
  ColumnDefault,
  isShown,
  readColumnChoices,
  toggleColumn,
} from './chosenColumns';
import { ColumnChoice } from './ColumnChoice';
import { DataColumn, DataTable } from './DataTable';
import { useStored } from './useStored';

/** A column that may be shown or hidden. */
export interface ChoosableColumn<T> extends DataColumn<T>, ColumnDefault {
  /** What it is called where it is chosen. */
  name: string;
}

const useStyles = makeStyles(theme => ({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(1),
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginRight: 'auto',
  },
}));

/**
 * A table whose columns the reader chooses. The choice is remembered under
 * `id`, for this reader and all tables with that id.
 */
export function ChoosableTable<T>(
  props: Omit<ComponentProps<typeof DataTable<T>>, 'columns'> & {
    id: string;
    columns: ChoosableColumn<T>[];
    /** Stands beside the choice of columns. */
    actions?: ReactNode;
  },
) {
  const { id, columns, actions, ...table } = props;
  const classes = useStyles();
  const [stored, store] = useStored(`columns.${id}`);
  const choices = readColumnChoices(stored);
  return (
    <>
      <div className={classes.bar}>
        <div className={classes.actions}>{actions}</div>
        <ColumnChoice
          label={table.label}
          columns={columns
            .filter(({ always }) => !always)
            .map(column => ({
              id: column.id,
              name: column.name,
              shown: isShown(column, choices),
            }))}
          onToggle={toggled => {
            const column = columns.find(each => each.id === toggled);
            if (column) {
              store(toggleColumn(column, choices));
            }
          }}
          onReset={
            Object.keys(choices).length > 0 ? () => store(undefined) : undefined
          }
        />
      </div>
      <DataTable
        {...table}
        columns={columns.filter(column => isShown(column, choices))}
      />
    </>
  );
}
