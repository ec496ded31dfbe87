import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useNavigate } from 'react-router-dom';
import { queryString } from '../api/requestJson';
import { formatVersion } from '../pieces/formatVersion';
import { modelParams } from '../pieces/modelPath';
import { compareRouteRef } from '../routes';
import { versionsTranslationRef } from './translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
  },
}));

/** What has been chosen for comparison, and the way there. */
export function SelectionBar(props: {
  model: string;
  selected: string[];
  most: number;
  onClear: () => void;
}) {
  const { model, selected, most, onClear } = props;
  const { t } = useTranslationRef(versionsTranslationRef);
  const classes = useStyles();
  const navigate = useNavigate();
  const comparePath = useRouteRef(compareRouteRef);
  const address = `${comparePath(modelParams(model))}${queryString({
    version: selected,
  })}`;
  return (
    <div className={classes.root}>
      <Button
        size="small"
        variant="outlined"
        disabled={selected.length < 2}
        onClick={() => navigate(address)}
      >
        {t('versions.compare')}
      </Button>
      <Typography variant="body2" role="status">
        {selected.length === 0
          ? t('versions.choose', { most: String(most) })
          : selected.map(formatVersion).join(', ')}
      </Typography>
      {selected.length > 0 && (
        <Button size="small" onClick={onClear}>
          {t('versions.clearSelection')}
        </Button>
      )}
    </div>
  );
}
