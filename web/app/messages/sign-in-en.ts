import type { signInNl } from './sign-in-nl.ts'

/** About signing in, invitations and a new password. */
export const signInEn: typeof signInNl = {
  title: 'Sign in',
  intro: 'For those who work for a municipality or a party. As a resident you need no account.',
  address: 'Email address',
  password: 'Password',
  submit: 'Sign in',
  forgotten: 'Forgotten your password?',
  or: 'Or sign in another way',
  withKey: 'Sign in with the key of the desk',
  passkey: 'Sign in with a passkey',
  passkeyFailed: 'The passkey did not work. Try again, or use your password.',
  code: {
    title: 'Your code',
    intro: 'Open the app on your phone and fill in the code of six digits.',
    code: 'Code of six digits',
    submit: 'Go on',
    recoveryTitle: 'No phone at hand?',
    recovery: 'One of your recovery codes',
    recoveryHint: 'Each recovery code works once.',
    recoverySubmit: 'Go on with a recovery code',
    begin: 'Begin anew with signing in',
  },
  elsewhere: {
    title: 'You go on at another site',
    text: 'Does nothing happen? Use this link:',
    go: 'Go on',
  },
  out: {
    title: 'Sign out',
    text: 'You sign out in this browser. On other devices you stay signed in.',
    submit: 'Sign out',
    not: 'You are not signed in.',
  },
  told: {
    deleted: 'Your account was deleted.',
    'signed-out': 'You have signed out.',
    'password-set': 'Your new password was saved. You are signed out everywhere. Now sign in.',
    'account-made': 'Your account was made. Now sign in.',
    'role-given': 'You have your new role. Sign in as you always do.',
    'session-ended': 'Your session is over. Sign in again.',
  },
  problems: {
    'sign-in-refused':
      'The email address and the password do not belong together, or are not known.',
    'code-refused':
      'This code is not right, or not any more. Wait for the next code and try again.',
    'passkey-refused': 'This passkey does not work here.',
    'sign-in-too-often': 'This was tried too often. Wait a quarter of an hour and try again.',
    'rate-exceeded': 'This was tried too often. Wait a moment and try again.',
    'sign-in-too-long-ago': 'You signed in too long ago to do this. Sign out and sign in again.',
    'cross-site': 'This form did not come from this site. Nothing was done.',
    'oidc-provider-unknown': 'There is no such way to sign in.',
    'oidc-refused': 'Signing in at the other site did not work. Try again.',
    'oidc-unreachable': 'The other site cannot be reached now. Try again later.',
    'account-unknown':
      'You have no account here yet. Ask the administrator of your municipality for an invitation.',
    'invitation-over': 'This invitation was used, withdrawn or is too old. Ask for a new one.',
    'sign-in-of-other': 'This way to sign in belongs to another account.',
    'input-invalid': 'Something is not right. Check what you filled in.',
    'session-missing': 'Your session is over. Sign in again.',
  },
  problem: 'It did not work. Try again.',
  faults: {
    address: 'Fill in your email address.',
    password: 'Fill in your password.',
    code: 'Fill in six digits.',
    recoveryCode: 'Fill in a recovery code.',
    name: 'Fill in your name.',
    newPassword: 'Choose a password of at least 12 characters.',
    repeated: 'This is not the same password.',
  },
  invitation: {
    title: (town) => `You were invited by ${town}`,
    intro: (role, address) => `You get the role ${role}. The invitation is for ${address}.`,
    until: (day) => `You can use the invitation until ${day}.`,
    name: 'Your name',
    nameHint: 'This is how colleagues see who you are.',
    password: 'Choose a password',
    passwordHint:
      'At least 12 characters. A sentence of four words is strong and easy to remember.',
    submit: 'Make my account',
    known:
      'Do you have an account with this email address already? Then you get the role on it. Your name and your password stay as they are.',
    passkey: 'Make my account with a passkey',
    passkeyHint:
      'With a passkey you need no password: your device asks for your finger, your face or your pin.',
    over: 'This invitation does not work (any more)',
    overText:
      'It was used, withdrawn or is older than fourteen days. Or the link was not copied as a whole.',
    overSteps: [
      'See whether you opened the whole link from the mail.',
      'Did you use the invitation before? Then sign in.',
      'Otherwise: ask the administrator of your municipality for a new invitation.',
    ],
  },
  forgottenPassword: {
    title: 'New password',
    intro: 'Fill in your email address. We send a link with which you choose a new password.',
    submit: 'Send the link',
    sent: 'Look in your mail',
    sentText:
      'Does an account belong to this email address? Then you get a mail within a few minutes. The link in it works for one hour, and once.',
    sentNot: 'No mail? Look in your spam, or ask the administrator of your municipality.',
    choose: 'Choose a new password',
    chooseText:
      'After this you are signed out on all devices. Your second step and your passkeys stay.',
    password: 'New password',
    repeated: 'The same password again',
    save: 'Save the password',
    over: 'This link does not work (any more)',
    overText:
      'The link was used, is older than an hour, or was not copied as a whole. Your password was not changed.',
    anew: 'Ask for a new link',
  },
  ended: {
    title: 'You are not signed in any more',
    text: 'Your session is over, or was ended elsewhere. Nothing was saved. Sign in again and do it once more.',
    kept: 'This is what you had filled in',
    again: 'Sign in again',
  },
  toSignIn: 'To signing in',
}
