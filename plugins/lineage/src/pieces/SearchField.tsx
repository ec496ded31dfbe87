import TextField from '@material-ui/core/TextField';
import { KeyboardEvent, RefObject, useId } from 'react';

/** A field to search with. Escape empties it first, and only then closes what it is in. */
export function SearchField(props: {
  label: string;
  field: RefObject<HTMLInputElement>;
  text: string;
  onText: (text: string) => void;
  /** Enter; backwards with Shift. */
  onEnter: (backwards: boolean) => void;
  className?: string;
}) {
  const { label, field, text, onText, onEnter, className } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      onEnter(event.shiftKey);
    } else if (event.key === 'Escape' && text !== '') {
      event.stopPropagation(); // it is about the search and nothing else
      onText('');
    }
  };
  return (
    <TextField
      id={useId()}
      className={className}
      fullWidth
      type="search"
      size="small"
      margin="dense"
      variant="outlined"
      label={label}
      InputLabelProps={{ shrink: true }}
      inputRef={field}
      value={text}
      onChange={event => onText(event.target.value)}
      onKeyDown={onKeyDown}
    />
  );
}
