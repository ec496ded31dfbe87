import { EntityEdge } from '@backstage/plugin-catalog-graph';
import { makeStyles } from '@material-ui/core/styles';
import { relationTitle } from './relationTitle';

const useStyles = makeStyles(theme => ({
  forward: { fill: theme.palette.text.primary },
  reverse: { fill: theme.palette.text.secondary },
}));

/**
 * What an edge of the relations graph means, in words: on the first line as
 * read from where it begins, below as read from its end.
 */
export function RelationLabel(props: { edge: EntityEdge }) {
  const classes = useStyles();
  return (
    <text textAnchor="middle">
      {props.edge.relations.map((type, line) => (
        <tspan
          key={type}
          x={0}
          dy={line === 0 ? 0 : '1.2em'}
          className={line === 0 ? classes.forward : classes.reverse}
        >
          {relationTitle(type)}
        </tspan>
      ))}
    </text>
  );
}
