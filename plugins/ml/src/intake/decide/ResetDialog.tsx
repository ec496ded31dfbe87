import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { intakeTranslationRef } from '../translation';
import { DecideDialog, DecideDialogProps } from './DecideDialog';

/** Takes back what was decided last about each record. */
export function ResetDialog(props: DecideDialogProps) {
  const { t } = useTranslationRef(intakeTranslationRef);
  return (
    <DecideDialog
      {...props}
      action="reset"
      confirm={count => t('intake.confirm.reset', { count })}
      decision={{ action: 'reset' }}
    />
  );
}
