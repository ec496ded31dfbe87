import { useApi } from '@backstage/core-plugin-api';
import { ErrorLike, toError } from '@backstage/errors';
import { Contract } from '@understudy/contracts';
import { ContractCheck } from '@understudy/plugin-ml-common';
import { useEffect, useState } from 'react';
import { contractApiRef } from '../../api/ContractApi';

const PAUSE_MS = 400;

/** What the backend says of a draft. */
export interface ServerCheck {
  check?: ContractCheck;
  error?: ErrorLike;
  busy: boolean;
  /** Whether `check` is about what was typed before. */
  isOld: boolean;
  retry: () => void;
}

interface Answer {
  /** What it is about; absent while it is asked for again. */
  contract?: Contract;
  check?: ContractCheck;
  error?: ErrorLike;
}

/**
 * Asks the backend whom a contract would hit, a moment after it last changed.
 * A question that is no longer of interest is called off.
 */
export function useServerCheck(
  subject: string,
  contract: Contract | undefined,
): ServerCheck {
  const api = useApi(contractApiRef);
  const [answer, setAnswer] = useState<Answer>();
  const [asked, setAsked] = useState(0);

  useEffect(() => {
    if (!contract) {
      return undefined;
    }
    const controller = new AbortController();
    const ask = async () => {
      try {
        const { signal } = controller;
        const check = await api.check(subject, contract, { signal });
        if (!signal.aborted) {
          setAnswer({ contract, check });
        }
      } catch (error) {
        // One that was called off fails, too, and nobody waits for it.
        if (!controller.signal.aborted) {
          setAnswer(before => ({
            contract,
            check: before?.check,
            error: toError(error),
          }));
        }
      }
    };
    const timer = setTimeout(ask, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [api, subject, contract, asked]);

  const isCurrent = answer !== undefined && answer.contract === contract;
  return {
    check: contract && answer?.check,
    error: isCurrent ? answer.error : undefined,
    busy: contract !== undefined && !isCurrent,
    isOld: !isCurrent || answer.error !== undefined,
    retry: () => {
      setAnswer(before => before && { check: before.check });
      setAsked(count => count + 1);
    },
  };
}
