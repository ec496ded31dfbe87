import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { FormEvent, ReactNode, useId } from 'react';
import { mlTranslationRef } from '../translation';

/**
 * A dialog that asks for something and does it on confirmation. It stays open
 * while the request is under way, so that an error finds what was typed.
 */
export function FormDialog(props: {
  title: string;
  /** Says what will be done, not "OK". Left out when there is nothing to do. */
  confirm?: string;
  busy: boolean;
  /** Something is missing that the form shows. */
  disabled?: boolean;
  /** For tables. */
  wide?: boolean;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  const { title, confirm, busy, disabled, wide, onConfirm, onClose, children } =
    props;
  const { t } = useTranslationRef(mlTranslationRef);
  const titleId = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy && !disabled && confirm !== undefined) {
      onConfirm();
    }
  };
  return (
    <Dialog
      open
      fullWidth
      maxWidth={wide ? 'md' : 'sm'}
      aria-labelledby={titleId}
      onClose={() => !busy && onClose()}
    >
      <form onSubmit={submit}>
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <DialogContent>{children}</DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={busy}>
            {t('dialog.close')}
          </Button>
          {confirm !== undefined && (
            <Button
              type="submit"
              variant="contained"
              color="primary"
              disabled={busy || disabled}
            >
              {confirm}
            </Button>
          )}
        </DialogActions>
      </form>
    </Dialog>
  );
}
