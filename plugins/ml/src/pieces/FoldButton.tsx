import Button from '@material-ui/core/Button';

/** Shows and hides what is not needed at first sight. */
export function FoldButton(props: {
  open: boolean;
  onToggle: () => void;
  show: string;
  hide: string;
}) {
  return (
    <Button size="small" aria-expanded={props.open} onClick={props.onToggle}>
      {props.open ? props.hide : props.show}
    </Button>
  );
}
