import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { LineageUnmappedNode } from '@understudy/plugin-lineage-common';
import { useMemo, useRef } from 'react';
import { ChoiceField } from '../pieces/ChoiceField';
import { FilterText } from '../pieces/FilterText';
import { lineageTranslationRef } from '../translation';
import { UnmappedView, withChoice } from './unmappedView';

/** The backend takes no more. */
const MOST_TEXT = 200;

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gap: theme.spacing(0, 2),
    alignItems: 'center',
    gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))',
    maxWidth: theme.spacing(130),
  },
}));

/** Chooses what is listed. */
export function UnmappedFilters(props: {
  view: UnmappedView;
  /** The page on show, which names environments. */
  items: readonly LineageUnmappedNode[];
  onChange: (choice: Parameters<typeof withChoice>[1]) => void;
}) {
  const { view, items, onChange } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  // Nothing lists all environments; those that were met are good suggestions.
  const met = useRef(new Set<string>());
  const environments = useMemo(() => {
    items.forEach(({ environment }) => met.current.add(environment));
    return [...met.current].sort((a, b) => a.localeCompare(b));
  }, [items]);
  const isFiltered =
    view.kind !== undefined ||
    view.environment !== undefined ||
    view.text !== '';
  return (
    <div
      className={classes.root}
      role="search"
      aria-label={t('unmapped.filters')}
    >
      <FilterText
        label={t('unmapped.text')}
        value={view.text}
        most={MOST_TEXT}
        onChange={text => onChange({ text })}
      />
      <ChoiceField
        label={t('unmapped.kind')}
        value={view.kind ?? ''}
        choices={[
          { value: '', label: t('unmapped.kinds.all') },
          { value: 'dataset', label: t('unmapped.kinds.dataset') },
          { value: 'job', label: t('unmapped.kinds.job') },
        ]}
        onChange={kind =>
          onChange({
            kind: kind === 'dataset' || kind === 'job' ? kind : undefined,
          })
        }
      />
      <FilterText
        label={t('unmapped.environment')}
        value={view.environment ?? ''}
        suggestions={environments}
        onChange={environment =>
          onChange({ environment: environment || undefined })
        }
      />
      {isFiltered && (
        <div>
          <Button
            size="small"
            onClick={() =>
              onChange({ kind: undefined, environment: undefined, text: '' })
            }
          >
            {t('unmapped.clear')}
          </Button>
        </div>
      )}
    </div>
  );
}
