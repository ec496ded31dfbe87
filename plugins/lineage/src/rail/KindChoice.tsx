import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import { useMemo, useRef } from 'react';
import { Exploration } from '../explorer/useExploration';
import { kindWord, KNOWN_KINDS } from '../graph/model/kindWord';
import { useKindText } from '../names/useKindText';
import { PanelSection } from '../pieces/PanelSection';
import { lineageTranslationRef } from '../translation';

const useStyles = makeStyles(theme => ({
  chips: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5),
    marginTop: theme.spacing(0.5),
  },
  chip: { margin: 0 },
}));

/**
 * Which kinds are shown. What is left out is contracted: what it connects stays
 * connected.
 */
export function KindChoice(props: { exploration: Exploration }) {
  const { view, change, nodes } = props.exploration;
  const { t } = useTranslationRef(lineageTranslationRef);
  const kindText = useKindText();
  const classes = useStyles();
  // A kind that is left out is no longer in the graph, and has to stay a choice.
  const met = useRef(new Set(KNOWN_KINDS));
  const { kinds } = view;
  const all = useMemo(() => {
    [...nodes.map(kindWord), ...(kinds ?? [])].forEach(kind =>
      met.current.add(kind),
    );
    return [...met.current];
  }, [nodes, kinds]);
  const shown = kinds ?? all;

  const toggle = (kind: string) => {
    const next = shown.includes(kind)
      ? shown.filter(other => other !== kind)
      : [...shown, kind];
    if (next.length > 0) {
      change({ kinds: next.length === all.length ? undefined : next });
    }
  };
  return (
    <PanelSection title={t('rail.kinds')}>
      <div className={classes.chips}>
        {all.map(kind => {
          const on = shown.includes(kind);
          return (
            <Chip
              key={kind}
              className={classes.chip}
              size="small"
              clickable
              label={kindText(kind)}
              color={on ? 'primary' : 'default'}
              variant={on ? 'default' : 'outlined'}
              aria-pressed={on}
              onClick={() => toggle(kind)}
            />
          );
        })}
      </div>
    </PanelSection>
  );
}
