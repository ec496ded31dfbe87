import { BulkAction } from '../bulkActions';
import { DraftDialog } from '../DraftDialog';
import { Decider } from '../useDecider';
import { BindDialog } from './BindDialog';
import { ClaimDialog } from './ClaimDialog';
import { DecideDialogProps } from './DecideDialog';
import { IgnoreDialog } from './IgnoreDialog';
import { ResetDialog } from './ResetDialog';

/** The dialog of a bulk action. */
export function IntakeDialog(
  props: DecideDialogProps & { action: BulkAction; decider: Decider },
) {
  const { action, decider, ...rest } = props;
  switch (action) {
    case 'claim':
      return <ClaimDialog {...rest} onlyMine={decider !== 'anybody'} />;
    case 'bind':
      return <BindDialog {...rest} />;
    case 'ignore':
      return <IgnoreDialog {...rest} />;
    case 'reset':
      return <ResetDialog {...rest} />;
    default:
      return <DraftDialog records={rest.records} onClose={rest.onClose} />;
  }
}
