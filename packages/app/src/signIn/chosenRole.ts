const KEY = 'understudy.role';

/**
 * The role this browser tab has entered as. Kept per tab, so that two tabs side by side can be the
 * one who asks and the one who approves.
 */
export const chosenRole = {
  get: (): string | undefined =>
    window.sessionStorage.getItem(KEY) ?? undefined,
  set: (name: string): void => window.sessionStorage.setItem(KEY, name),
  clear: (): void => window.sessionStorage.removeItem(KEY),
};
