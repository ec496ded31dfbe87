import { MouseEvent } from 'react';
import { Side } from '../model/adjacency';
import { useCanvas } from './CanvasContext';

/**
 * How many neighbours are not shown on one side; shows them. By keyboard the
 * same is done with Shift and an arrow, so that it is no stop on the way
 * through the page.
 */
export function MoreButton(props: {
  node: string;
  title: string;
  side: Side;
  count: number;
}) {
  const { node, title, side, count } = props;
  const { classes, expand, t } = useCanvas();
  if (count === 0) {
    return null;
  }
  const label = t(`graph.expand.${side}`, { title, count });
  return (
    <button
      type="button"
      tabIndex={-1}
      className={`${classes.more} nopan`}
      title={label}
      aria-label={label}
      onClick={(event: MouseEvent) => {
        event.stopPropagation(); // it is not about the node itself
        expand(node, side);
      }}
    >
      {`+${count}`}
    </button>
  );
}
