import { useSearchParams } from 'react-router-dom';
import { DataColumn } from './DataTable';
import { readSort, toggleSort } from './listSort';
import { SortLabel } from './SortLabel';

/**
 * Headers of a list whose order is in the address. Gives what a column that the
 * list can be put in order by has in its header.
 */
export function useSortableColumns<TField extends string>(
  fields: readonly [TField, ...TField[]],
): (
  by: TField,
  title: string,
) => Pick<DataColumn<unknown>, 'title' | 'sortDirection'> {
  const [params, setParams] = useSearchParams();
  const sort = readSort(params, fields);
  return (by, title) => {
    const direction = sort.by === by ? sort.direction : undefined;
    return {
      sortDirection: direction ?? false,
      title: (
        <SortLabel
          direction={direction}
          onSort={() => setParams(toggleSort(params, fields, by))}
        >
          {title}
        </SortLabel>
      ),
    };
  };
}
