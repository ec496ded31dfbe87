import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { useSearchParams } from 'react-router-dom';
import { formatVersion } from '../pieces/formatVersion';
import { Tag } from '../pieces/Tag';
import { VersionLink } from '../pieces/VersionLink';
import { versionsTranslationRef } from '../versions/translation';
import { AddVersion } from './AddVersion';
import {
  comparedLimits,
  readLabels,
  withBaseline,
  withLabel,
  withoutLabel,
} from './comparedLabels';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(2), marginBottom: theme.spacing(2) },
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 3),
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
  item: { display: 'flex', alignItems: 'center', gap: theme.spacing(0.5) },
}));

/** Which versions are compared, to add to them and to change the baseline. */
export function ComparedVersions(props: { model: string }) {
  const { model } = props;
  const { t } = useTranslationRef(versionsTranslationRef);
  const classes = useStyles();
  const [params, setParams] = useSearchParams();
  const labels = readLabels(params);
  return (
    <Paper className={classes.root}>
      <ul className={classes.list} aria-label={t('compared.chosen')}>
        {labels.map((label, index) => {
          const version = formatVersion(label);
          return (
            <li key={label} className={classes.item}>
              <VersionLink model={model} version={label} />
              {index === 0 ? (
                <Tag>{t('compared.baseline')}</Tag>
              ) : (
                <Button
                  size="small"
                  onClick={() => setParams(withBaseline(params, label))}
                >
                  {t('compared.makeBaseline', { version })}
                </Button>
              )}
              {labels.length > comparedLimits.least && (
                <Button
                  size="small"
                  onClick={() => setParams(withoutLabel(params, label))}
                >
                  {t('compared.remove', { version })}
                </Button>
              )}
            </li>
          );
        })}
        {labels.length < comparedLimits.most && (
          <li>
            <AddVersion
              model={model}
              chosen={labels}
              onAdd={label => setParams(withLabel(params, label))}
            />
          </li>
        )}
      </ul>
    </Paper>
  );
}
