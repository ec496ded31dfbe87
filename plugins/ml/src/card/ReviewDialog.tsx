import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import DialogContentText from '@material-ui/core/DialogContentText';
import {
  CardReviewChoice,
  ModelCardReport,
} from '@understudy/plugin-ml-common';
import { useState } from 'react';
import { mlApiRef } from '../api/MlApi';
import { Problem } from '../loading/Problem';
import { useAction } from '../loading/useAction';
import { FormDialog } from '../pieces/FormDialog';
import { ReasonField } from '../pieces/ReasonField';
import { cardTranslationRef } from './translation';

const LONGEST_NOTE = 2000;

/** Asks before something is made of the review of a card. */
export function ReviewDialog(props: {
  card: ModelCardReport;
  /** Where the card is that of a version. */
  version?: string;
  choice: CardReviewChoice;
  onClose: (done: boolean) => void;
}) {
  const { card, version, choice, onClose } = props;
  const { t } = useTranslationRef(cardTranslationRef);
  const api = useApi(mlApiRef);
  const [note, setNote] = useState('');
  const review = useAction(() =>
    api.reviewCard(card.model, {
      version,
      digest: card.digest,
      state: choice,
      note: note.trim() || undefined,
    }),
  );
  const confirm = async () => {
    if (await review.run()) {
      onClose(true);
    }
  };
  return (
    <FormDialog
      title={t(`card.ask.${choice}`)}
      confirm={t(`card.choose.${choice}`)}
      busy={review.busy}
      onConfirm={confirm}
      onClose={() => onClose(false)}
    >
      <DialogContentText>{t(`card.effect.${choice}`)}</DialogContentText>
      <ReasonField
        label={t('card.note')}
        value={note}
        onChange={setNote}
        longest={LONGEST_NOTE}
      />
      {review.error && (
        <Problem error={review.error} title={t('card.failed')} />
      )}
    </FormDialog>
  );
}
