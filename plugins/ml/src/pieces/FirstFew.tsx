import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { ReactNode, useState } from 'react';
import { mlTranslationRef } from '../translation';

/** Shows the first few of many, the others on request. */
export function FirstFew<T>(props: {
  items: T[];
  /** How many are a few. */
  few: number;
  /** What there are more of, for those who cannot see where the button stands. */
  label: string;
  children: (shown: T[]) => ReactNode;
}) {
  const { items, few, label, children } = props;
  const { t } = useTranslationRef(mlTranslationRef);
  const [all, setAll] = useState(false);
  const more = items.length - few;
  const text = all ? t('more.less') : t('more.show', { count: more });
  return (
    <>
      {children(all ? items : items.slice(0, few))}
      {more > 0 && (
        <Button
          size="small"
          aria-expanded={all}
          aria-label={`${text}: ${label}`}
          onClick={() => setAll(shown => !shown)}
        >
          {text}
        </Button>
      )}
    </>
  );
}
