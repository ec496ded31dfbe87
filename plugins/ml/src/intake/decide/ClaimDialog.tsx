import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { intakeLimits } from '@understudy/plugin-ml-common';
import { useState } from 'react';
import { ReasonField } from '../../pieces/ReasonField';
import { PickerOption } from '../../pieces/SearchPicker';
import { intakeTranslationRef } from '../translation';
import { DecideDialog, DecideDialogProps } from './DecideDialog';
import { GroupPicker } from './GroupPicker';

/** Makes each record a Model of its own that a group owns. */
export function ClaimDialog(
  props: DecideDialogProps & {
    /** Whether only groups of the reader's own can be chosen. */
    onlyMine: boolean;
  },
) {
  const { onlyMine, ...rest } = props;
  const { t } = useTranslationRef(intakeTranslationRef);
  const [owner, setOwner] = useState<PickerOption>();
  const [reason, setReason] = useState('');
  return (
    <DecideDialog
      {...rest}
      action="claim"
      confirm={() =>
        owner
          ? t('intake.confirm.claimFor', { name: owner.title })
          : t('intake.confirm.claim')
      }
      decision={
        owner && {
          action: 'claim',
          owner: owner.value,
          reason: reason.trim() || undefined,
        }
      }
    >
      <GroupPicker onlyMine={onlyMine} chosen={owner} onChoose={setOwner} />
      <ReasonField
        label={t('intake.dialog.reason')}
        help={t('intake.dialog.reasonOptional')}
        longest={intakeLimits.reason}
        value={reason}
        onChange={setReason}
      />
    </DecideDialog>
  );
}
