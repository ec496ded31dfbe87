import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import IconButton from '@material-ui/core/IconButton';
import Tooltip from '@material-ui/core/Tooltip';
import FileCopyOutlined from '@material-ui/icons/FileCopyOutlined';
import { useState } from 'react';
import { mlTranslationRef } from '../translation';
import { copyText } from './copyText';

/** Copies a text and says whether that worked. `what` names the text. */
export function CopyButton(props: { text: string; what: string }) {
  const { t } = useTranslationRef(mlTranslationRef);
  const [outcome, setOutcome] = useState<'copied' | 'failed'>();
  const label = t('copy.action', { what: props.what });

  const copy = () => {
    copyText(props.text).then(
      () => setOutcome('copied'),
      () => setOutcome('failed'),
    );
  };

  return (
    <Tooltip
      title={outcome ? t(`copy.${outcome}`) : label}
      onClose={() => setOutcome(undefined)}
    >
      <IconButton size="small" aria-label={label} onClick={copy}>
        <FileCopyOutlined fontSize="inherit" />
      </IconButton>
    </Tooltip>
  );
}
