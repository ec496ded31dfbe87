import { ReactNode, useState } from 'react';
import { PageButtons } from './PageButtons';

/**
 * Shows rows that are all here a page at a time, as long as there are more than
 * a page of them.
 */
export function PagedRows<T>(props: {
  items: T[];
  size: number;
  /** What the rows are. */
  label: string;
  children: (page: T[]) => ReactNode;
}) {
  const { items, size, label, children } = props;
  const [asked, setAsked] = useState(0);
  // Rows may have become fewer since.
  const from = asked < items.length ? asked : 0;
  return (
    <>
      {children(items.slice(from, from + size))}
      {items.length > size && (
        <PageButtons
          label={label}
          from={from}
          size={size}
          total={items.length}
          onMove={setAsked}
        />
      )}
    </>
  );
}
