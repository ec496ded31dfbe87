import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { Contract } from '@understudy/contracts';
import { ExplainedButton } from '../../pieces/ExplainedButton';
import { FilterChips } from '../../pieces/FilterChips';
import { contractTranslationRef } from '../translation';
import { CopyDraft } from './CopyDraft';
import { Draft, DraftAction, isTouched } from './draftReducer';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    marginBottom: theme.spacing(1),
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

const MODES = ['fields', 'yaml', 'json'] as const;
const TITLES = { fields: 'asFields', yaml: 'asYaml', json: 'asJson' } as const;

/** How the draft is edited, the ways back, and copies of it. */
export function DraftBar(props: {
  draft: Draft;
  /** The draft under the number that it would get. */
  contract: Contract;
  dispatch: (action: DraftAction) => void;
  /** Somebody asked for the fields while the text cannot be read. */
  onRefused: () => void;
}) {
  const { draft, contract, dispatch, onRefused } = props;
  const { t } = useTranslationRef(contractTranslationRef);
  const classes = useStyles();
  const { text } = draft;
  const choose = (mode: string) => {
    if (mode === (text?.format ?? 'fields')) {
      return; // writing a text anew would lose its comments
    }
    if (text?.unread) {
      onRefused();
    } else if (mode === 'fields') {
      dispatch({ type: 'closeText' });
    } else {
      dispatch({
        type: 'openText',
        format: mode === 'json' ? 'json' : 'yaml',
      });
    }
  };
  const nothing = isTouched(draft)
    ? undefined
    : t('contract.try.nothingToUndo');
  return (
    <div className={classes.root}>
      <FilterChips
        title={t('contract.try.mode')}
        choices={MODES.map(value => ({
          value,
          label: t(`contract.try.${TITLES[value]}`),
        }))}
        selected={[text?.format ?? 'fields']}
        onToggle={choose}
      />
      <div className={classes.buttons}>
        <ExplainedButton
          size="small"
          variant="outlined"
          reason={
            draft.past.length > 0 || text?.unread
              ? undefined
              : t('contract.try.nothingToUndo')
          }
          onClick={() => dispatch({ type: 'undo' })}
        >
          {t('contract.try.undo')}
        </ExplainedButton>
        <ExplainedButton
          size="small"
          variant="outlined"
          reason={nothing}
          onClick={() => dispatch({ type: 'reset' })}
        >
          {t('contract.try.reset', { version: draft.start.metadata.version })}
        </ExplainedButton>
        <CopyDraft contract={contract} format="yaml" />
        <CopyDraft contract={contract} format="json" />
      </div>
    </div>
  );
}
