/** What the sign-in page reads. The roles themselves are explained by the roles module. */
export interface Config {
  auth?: {
    providers?: {
      roles?: {
        /** @visibility frontend */
        enabled?: boolean;
        /** @deepVisibility frontend */
        roles?: Array<{
          name: string;
          title: string;
          does: string;
          team: string;
        }>;
      };
    };
  };
}
