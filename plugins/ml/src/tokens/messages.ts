/** Texts of the page of registry tokens. */
export const tokensMessages = {
  what: 'your registry tokens',
  title: 'Your registry tokens',
  why: 'The portal is a model registry for the mlflow client. A token lets a script or notebook speak to it as you, for what belongs to you and your teams. No token can approve or roll back.',
  create: 'Create a token',
  mayNot:
    'You may not create tokens: you are missing the permission {{permission}}.',
  empty: 'You have no registry token',
  emptyWhy:
    'Tokens that you create for scripts and notebooks are listed here. Create one to register models from your own machine.',
  table: {
    label: 'Your registry tokens',
    name: 'Name',
    state: 'State',
    scopes: 'May',
    created: 'Created',
    expires: 'Expires',
    used: 'Last used',
    never: 'never',
    action: 'End it',
    revoke: 'Revoke',
    revokeNamed: 'Revoke {{name}}',
  },
  state: {
    usable: 'can be used',
    expired: 'expired',
    revoked: 'revoked',
  },
  scope: {
    read: 'read models and versions',
    register: 'register versions, set aliases and tags',
  },
  scopeShort: { read: 'read', register: 'register' },
  dialog: {
    title: 'Create a registry token',
    name: 'Name',
    nameHelp: 'For you to know it by, such as the machine that has it.',
    days: 'Days until it expires',
    daysHelp: 'From 1 to {{most}}.',
    scopes: 'What it may do',
    noScope: 'Choose at least one.',
    confirm: 'Create the token',
    failed: 'The token was not created',
  },
  created: {
    title: 'The token {{name}} is shown this once',
    why: 'Copy it now. The portal keeps only its hash; if it is lost, revoke it and create another.',
    label: 'The token',
    what: 'token',
    snippet: 'In Python:',
    snippetLabel: 'Python code',
    snippetWhat: 'Python code',
    sameToken:
      'The client sends the same token to the tracking server: whoever runs that server sees it.',
    address: 'the address of the registry',
    dismiss: 'I have copied it',
  },
  revoke: {
    title: 'Revoke the token {{name}}',
    effect:
      'Scripts and notebooks that have it are refused from now on. It cannot be undone; versions that were registered with it stay.',
    confirm: 'Revoke {{name}}',
    failed: 'The token was not revoked',
  },
} as const;
