import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { lineageTranslationRef } from '../translation';
import { DraftDialog } from './DraftDialog';
import { MOST_SELECTED, Selection } from './useSelection';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 0),
  },
  count: { flex: 1 },
}));

/** How much is selected, and what can be done with it. */
export function SelectionBar(props: { selection: Selection }) {
  const { nodes, full, clear } = props.selection;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const [drafting, setDrafting] = useState(false);
  return (
    <div className={classes.root}>
      <Typography variant="body2" role="status" className={classes.count}>
        {full
          ? t('unmapped.full', { amount: String(MOST_SELECTED) })
          : t('unmapped.selected', { count: nodes.length })}
      </Typography>
      {nodes.length > 0 && (
        <Button size="small" onClick={clear}>
          {t('unmapped.unselect')}
        </Button>
      )}
      <Button
        size="small"
        variant="contained"
        color="primary"
        disabled={nodes.length === 0}
        onClick={() => setDrafting(true)}
      >
        {t('unmapped.draft')}
      </Button>
      {drafting && (
        <DraftDialog nodes={nodes} onClose={() => setDrafting(false)} />
      )}
    </div>
  );
}
