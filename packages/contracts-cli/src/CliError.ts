/** What keeps a command from coming to a verdict: wrong usage, or a file that is no contract. Exit code 2. */
export class CliError extends Error {}
