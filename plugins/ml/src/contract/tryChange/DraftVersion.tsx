import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import TextField from '@material-ui/core/TextField';
import { useId } from 'react';
import { contractTranslationRef } from '../translation';
import { Draft, DraftAction } from './draftReducer';

/** The number that the draft gets: the proposed one, or one that is typed. */
export function DraftVersion(props: {
  draft: Draft;
  proposed?: string;
  dispatch: (action: DraftAction) => void;
}) {
  const { draft, proposed, dispatch } = props;
  const { t } = useTranslationRef(contractTranslationRef);
  const { version } = draft.contract.metadata;
  const own = draft.start.metadata.version;
  const isChosen = version !== own;
  return (
    <TextField
      id={useId()}
      size="small"
      margin="normal"
      variant="outlined"
      label={t('contract.try.version')}
      value={isChosen ? version : ''}
      placeholder={proposed ?? own}
      helperText={t('contract.try.versionHelp')}
      InputLabelProps={{ shrink: true }}
      onChange={event =>
        dispatch({
          type: 'setVersion',
          version: event.target.value.trim() || own,
        })
      }
    />
  );
}
