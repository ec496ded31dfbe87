import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { intakeLimits } from '@understudy/plugin-ml-common';
import { useState } from 'react';
import { ReasonField } from '../../pieces/ReasonField';
import { PickerOption } from '../../pieces/SearchPicker';
import { intakeTranslationRef } from '../translation';
import { fittingRecords } from '../bulkActions';
import { DecideDialog, DecideDialogProps } from './DecideDialog';
import { ModelPicker } from './ModelPicker';

/** Makes the records part of a Model that exists. */
export function BindDialog(props: DecideDialogProps) {
  const { t } = useTranslationRef(intakeTranslationRef);
  const [model, setModel] = useState<PickerOption>();
  const [reason, setReason] = useState('');
  const [first] = fittingRecords('bind', props.records);
  return (
    <DecideDialog
      {...props}
      action="bind"
      confirm={() =>
        model
          ? t('intake.confirm.bindTo', { name: model.title })
          : t('intake.confirm.bind')
      }
      decision={
        model && {
          action: 'bind',
          model: model.value,
          reason: reason.trim() || undefined,
        }
      }
    >
      <ModelPicker
        kind={first?.kind ?? 'model'}
        chosen={model}
        onChoose={setModel}
      />
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
