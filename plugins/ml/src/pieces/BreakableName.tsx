import { Fragment } from 'react';

/**
 * A technical name, which may go on in the next line after the signs that part
 * its words: browsers break `latency_p99_ms` nowhere or anywhere.
 */
export function BreakableName(props: { name: string }) {
  return (
    <>
      {props.name.split(/(?<=[_./-])/).map((part, index) => (
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </>
  );
}
