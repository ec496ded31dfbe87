import { WaivedFinding } from '@understudy/plugin-ml-common';
import { createContext, ReactNode, useContext, useState } from 'react';
import { AskDialog } from './AskDialog';

type Ask = (findings: WaivedFinding[]) => void;

const AskContext = createContext<Ask | undefined>(undefined);

/** Opens the dialog that asks for waivers; undefined where the reader may not ask. */
export function useAskForWaiver(): Ask | undefined {
  return useContext(AskContext);
}

/** Lets what stands in it ask for waivers, where the reader may. */
export function AskForWaiver(props: {
  subject: string;
  allowed: boolean;
  children: ReactNode;
}) {
  const { subject, allowed, children } = props;
  const [findings, setFindings] = useState<WaivedFinding[]>();
  return (
    <AskContext.Provider value={allowed ? setFindings : undefined}>
      {children}
      {findings && (
        <AskDialog
          subject={subject}
          findings={findings}
          onClose={() => setFindings(undefined)}
        />
      )}
    </AskContext.Provider>
  );
}
