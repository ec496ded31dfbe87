export interface Config {
  auth?: {
    providers?: {
      roles?: {
        /**
         * Whether people may enter the portal as one of the demo roles. Has an effect only where
         * NODE_ENV is exactly `development` or `test`.
         */
        enabled?: boolean;
        /** The roles one may enter as, in the order the sign-in page shows them. */
        roles?: Array<{
          /** The name of a User entity in the default namespace. */
          name: string;
          /** The role in plain words. */
          title: string;
          /** What this role does in the portal: one short sentence. */
          does: string;
          /** The team the role belongs to. */
          team: string;
        }>;
      };
    };
  };
}
