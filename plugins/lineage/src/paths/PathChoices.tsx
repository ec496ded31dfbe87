import { stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useMemo } from 'react';
import { Exploration } from '../explorer/useExploration';
import { wordsOf } from '../explorer/useSearch';
import { filterNodes } from '../graph/model/filterNodes';
import { describeError } from '../loading/describeError';
import { useNodeNames } from '../names/useNodeNames';
import { rootNode } from '../page/rootNode';
import { useEntitySearch } from '../page/useEntitySearch';
import { TextButton } from '../pieces/TextButton';
import { lineageTranslationRef } from '../translation';

const MOST = 12;

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    padding: theme.spacing(0.25, 0),
    fontSize: theme.typography.body2.fontSize,
  },
  note: { color: theme.palette.text.secondary },
}));

/** What fits a text: first of what is shown, then of the catalog; also the id of a node. */
export function PathChoices(props: {
  text: string;
  exploration: Exploration;
  onChoose: (id: string) => void;
}) {
  const { text, exploration, onChoose } = props;
  const { nodes, names, graph } = exploration;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const found = useEntitySearch(text);
  const nameOf = names.of;
  const root = graph.data?.root;
  const choices = useMemo(() => {
    const shown = filterNodes(
      nodes.map(node => ({ id: node.id, words: wordsOf(node, nameOf) })),
      { owners: [], text },
    );
    const ids = new Set([
      ...(rootNode(text) ? [text] : []),
      ...shown,
      ...(found.data ?? []).map(stringifyEntityRef),
    ]);
    ids.delete(root ?? '');
    return [...ids].slice(0, MOST);
  }, [nodes, nameOf, text, found.data, root]);
  const own = useNodeNames(
    useMemo(() => choices.flatMap(id => rootNode(id) ?? []), [choices]),
  );
  return (
    <>
      <Typography variant="body2" role="status" className={classes.note}>
        {found.loading
          ? t('path.searching')
          : t('path.found', { count: choices.length })}
      </Typography>
      {found.error && (
        <Typography variant="body2" role="alert">
          {t('path.searchFailed', {
            message: describeError(found.error).message,
          })}
        </Typography>
      )}
      <ul className={classes.list} aria-label={t('path.choices')}>
        {choices.map(id => {
          const name = own.of(id);
          return (
            <li key={id} className={classes.item}>
              <TextButton onClick={() => onChoose(id)}>{name.title}</TextButton>
              <div className={classes.note}>
                {[name.kindText, name.detail].filter(Boolean).join(', ')}
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}
