import { Contract, Port } from '@understudy/contracts';

/**
 * The contract that something comes to of which nobody wrote one: a provider's,
 * in force, and without a number of its own, which whoever stores it gives.
 */
export function derivedContract(options: {
  name: string;
  /** Entity ref. */
  owner?: string;
  /** Entity ref of what offers it. */
  subject: string;
  ports: Port[];
  /** How values of where it was found are read. */
  profile: 'mlflow' | 'sql';
}): Contract {
  const { name, owner, subject, ports, profile } = options;
  return {
    apiVersion: 'understudy.dev/v1alpha1',
    kind: 'InterfaceContract',
    metadata: {
      name,
      version: '1.0.0',
      status: 'active',
      ...(owner !== undefined && { owner }),
    },
    spec: { subject, role: 'provider', ports, compatibility: { profile } },
  };
}
