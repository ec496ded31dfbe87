import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import { useSearchParams } from 'react-router-dom';
import { ownerName } from '../models/ownerName';
import { registryTranslationRef } from '../models/translation';
import { conditionLabel } from './conditionText';
import {
  activeFilters,
  clearFoundFilters,
  FoundFilter,
  removeFilter,
} from './foundFilters';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    margin: theme.spacing(0, 0, 1),
    padding: 0,
    listStyle: 'none',
  },
  // Margins of the platform's theme; the gap does the spacing here.
  chip: { margin: 0, maxWidth: '100%' },
}));

/** What is asked for, a chip a filter: a click takes it off. */
export function ActiveFilters() {
  const { t } = useTranslationRef(registryTranslationRef);
  const classes = useStyles();
  const [params, setParams] = useSearchParams();
  const filters = activeFilters(params);
  if (filters.length === 0) {
    return null;
  }
  const textOf = (filter: FoundFilter, value: string) => {
    switch (filter) {
      case 'metric':
        return conditionLabel(value);
      case 'tag':
        return `${t('search.tag.title')}: ${value}`;
      case 'owner':
        return `${t('search.filter.owner')}: ${ownerName(value)}`;
      case 'includeDeleted':
        return `${t('search.filter.includeDeleted')}: ${t('search.filter.deletedToo')}`;
      default:
        return `${t(`search.filter.${filter}`)}: ${value}`;
    }
  };
  return (
    <ul className={classes.root} aria-label={t('search.filter.active')}>
      {filters.map(({ filter, value }) => {
        const text = textOf(filter, value);
        const remove = () => setParams(removeFilter(params, filter, value));
        return (
          <li key={`${filter} ${value}`}>
            <Chip
              size="small"
              className={classes.chip}
              label={text}
              aria-label={t('search.filter.remove', { filter: text })}
              onClick={remove}
              onDelete={remove}
            />
          </li>
        );
      })}
      <li>
        <Button
          size="small"
          onClick={() => setParams(clearFoundFilters(params))}
        >
          {t('search.filter.clear')}
        </Button>
      </li>
    </ul>
  );
}
