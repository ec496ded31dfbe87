import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { useCallback, useId } from 'react';
import { mlApiRef } from '../api/MlApi';
import { LoadedContent } from '../loading/LoadedContent';
import { useLoaded } from '../loading/useLoaded';
import { formatVersion } from '../pieces/formatVersion';
import { versionsTranslationRef } from '../versions/translation';

/** Older ones are found on the list of versions. */
const AT_MOST = 100;

const useStyles = makeStyles({ field: { minWidth: 180 } });

/** Takes one version more into a comparison. */
export function AddVersion(props: {
  model: string;
  chosen: string[];
  onAdd: (label: string) => void;
}) {
  const { model, chosen, onAdd } = props;
  const { t } = useTranslationRef(versionsTranslationRef);
  const classes = useStyles();
  const id = useId();
  const api = useApi(mlApiRef);
  const versions = useLoaded(
    useCallback(
      () => api.listVersions(model, { view: 'all', limit: AT_MOST }),
      [api, model],
    ),
  );
  return (
    <LoadedContent loaded={versions} what={t('compared.addWhat')} lines={1}>
      {({ items }) => (
        <TextField
          select
          id={id}
          className={classes.field}
          size="small"
          variant="outlined"
          label={t('compared.add')}
          value=""
          SelectProps={{ native: true }}
          InputLabelProps={{ shrink: true }}
          onChange={event => onAdd(event.target.value)}
        >
          <option value="">{t('compared.addChoose')}</option>
          {items
            .filter(({ label }) => !chosen.includes(label))
            .map(({ id: key, label }) => (
              <option key={key} value={label}>
                {formatVersion(label)}
              </option>
            ))}
        </TextField>
      )}
    </LoadedContent>
  );
}
