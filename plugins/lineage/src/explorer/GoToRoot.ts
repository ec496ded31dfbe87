import { LineageView } from './view';

/** Goes to the lineage of something else, shown the usual way unless another is named. */
export type GoToRoot = (
  id: string,
  shown?: Partial<Pick<LineageView, 'as' | 'field'>>,
) => void;
