/** Over inloggen, uitnodigingen en een nieuw wachtwoord. */
export const signInNl = {
  title: 'Inloggen',
  intro: 'Voor wie voor een gemeente of een partij werkt. Als inwoner hebt u geen account nodig.',
  address: 'E-mailadres',
  password: 'Wachtwoord',
  submit: 'Inloggen',
  forgotten: 'Wachtwoord vergeten?',
  refused: { again: 'Probeer het opnieuw of', anew: 'vraag een nieuw wachtwoord' },
  or: 'Of log anders in',
  divider: 'of',
  withKey: 'Inloggen met de sleutel van het meldpunt',
  passkey: 'Inloggen met een passkey',
  passkeyFailed: 'Het lukte niet met de passkey. Probeer het opnieuw, of gebruik uw wachtwoord.',
  code: {
    title: 'Uw code',
    intro: 'Open de app op uw telefoon en vul de code van zes cijfers in.',
    code: 'Code van zes cijfers',
    submit: 'Verder',
    recoveryTitle: 'Geen telefoon bij de hand?',
    recovery: 'Een van uw herstelcodes',
    recoveryHint: 'Elke herstelcode werkt één keer.',
    recoverySubmit: 'Verder met herstelcode',
    begin: 'Begin opnieuw met inloggen',
  },
  elsewhere: {
    title: 'U gaat verder bij een andere site',
    text: 'Gebeurt er niets? Gebruik dan deze link:',
    go: 'Ga verder',
  },
  out: {
    title: 'Uitloggen',
    text: 'U logt uit in deze browser. Op andere apparaten blijft u ingelogd.',
    submit: 'Uitloggen',
    stay: 'Blijf ingelogd',
    not: 'U bent niet ingelogd.',
  },
  told: {
    deleted: 'Uw account is verwijderd.',
    'signed-out': 'U bent uitgelogd.',
    'password-set': 'Uw nieuwe wachtwoord is opgeslagen. U bent overal uitgelogd. Log nu in.',
    'account-made': 'Uw account is gemaakt. Log nu in.',
    'role-given': 'U hebt uw nieuwe rol gekregen. Log in zoals u gewend bent.',
    'session-ended': 'Uw sessie is voorbij. Log opnieuw in.',
  } as Record<string, string>,
  problems: {
    'sign-in-refused': 'Dit e-\u2060mailadres en wachtwoord kloppen niet.',
    'code-refused':
      'Deze code klopt niet, of niet meer. Wacht op de volgende code en probeer het opnieuw.',
    'passkey-refused': 'Deze passkey werkt hier niet.',
    'sign-in-too-often': 'Er is te vaak geprobeerd. Wacht een kwartier en probeer het dan opnieuw.',
    'rate-exceeded': 'Er is te vaak geprobeerd. Wacht even en probeer het dan opnieuw.',
    'sign-in-too-long-ago':
      'U bent te lang geleden ingelogd om dit te doen. Log uit en log opnieuw in.',
    'cross-site': 'Dit formulier kwam niet van deze site. Er is niets gedaan.',
    'oidc-provider-unknown': 'Deze manier van inloggen is er niet.',
    'oidc-refused': 'Het inloggen bij de andere site is niet gelukt. Probeer het opnieuw.',
    'oidc-unreachable': 'De andere site is nu niet bereikbaar. Probeer het later opnieuw.',
    'account-unknown':
      'U hebt hier nog geen account. Vraag de beheerder van uw gemeente om een uitnodiging.',
    'invitation-over':
      'Deze uitnodiging is al gebruikt, ingetrokken of te oud. Vraag om een nieuwe.',
    'sign-in-of-other': 'Deze manier van inloggen hoort al bij een ander account.',
    'input-invalid': 'Er klopt iets niet. Kijk na wat u hebt ingevuld.',
    'session-missing': 'Uw sessie is voorbij. Log opnieuw in.',
  } as Record<string, string>,
  problem: 'Het lukte niet. Probeer het opnieuw.',
  faults: {
    address: 'Vul uw e-mailadres in.',
    password: 'Vul uw wachtwoord in.',
    code: 'Vul zes cijfers in.',
    recoveryCode: 'Vul een herstelcode in.',
    name: 'Vul uw naam in.',
    newPassword: 'Kies een wachtwoord van minstens 12 tekens.',
    repeated: 'Dit is niet hetzelfde wachtwoord.',
  },
  invitation: {
    title: (town: string) => `U bent uitgenodigd door ${town}`,
    intro: (role: string, address: string) =>
      `U krijgt de rol ${role}. De uitnodiging is voor ${address}.`,
    until: (day: string) => `U kunt de uitnodiging gebruiken tot en met ${day}.`,
    name: 'Uw naam',
    nameHint: 'Zo zien collega’s wie u bent.',
    password: 'Kies een wachtwoord',
    passwordHint:
      'Minstens 12 tekens. Een zin van vier woorden is sterk en makkelijk te onthouden.',
    submit: 'Maak mijn account',
    known:
      'Hebt u al een account met dit e-mailadres? Dan krijgt u de rol daarop. Uw naam en uw wachtwoord blijven zoals ze zijn.',
    passkey: 'Maak mijn account met een passkey',
    passkeyHint:
      'Met een passkey hebt u geen wachtwoord nodig: uw apparaat vraagt om uw vinger, uw gezicht of uw pincode.',
    over: 'Deze uitnodiging werkt niet (meer)',
    overText:
      'Zij is al gebruikt, ingetrokken of ouder dan veertien dagen. Of de link is niet helemaal overgenomen.',
    overSteps: [
      'Kijk of u de hele link uit de mail hebt geopend.',
      'Hebt u de uitnodiging al gebruikt? Log dan in.',
      'Anders: vraag de beheerder van uw gemeente om een nieuwe uitnodiging.',
    ],
  },
  forgottenPassword: {
    title: 'Nieuw wachtwoord',
    intro: 'Vul uw e-mailadres in. Wij sturen een link waarmee u een nieuw wachtwoord kiest.',
    submit: 'Stuur de link',
    sent: 'Kijk in uw mail',
    sentText:
      'Hoort er een account bij dit e-mailadres? Dan krijgt u binnen een paar minuten een mail. De link daarin werkt één uur, en één keer.',
    sentNot:
      'Geen mail gekregen? Kijk bij de ongewenste mail, of vraag de beheerder van uw gemeente.',
    choose: 'Kies een nieuw wachtwoord',
    chooseText:
      'Daarna wordt u op alle apparaten uitgelogd. Uw tweede stap en uw passkeys blijven.',
    password: 'Nieuw wachtwoord',
    repeated: 'Nog een keer hetzelfde wachtwoord',
    save: 'Sla het wachtwoord op',
    over: 'Deze link werkt niet (meer)',
    overText:
      'De link is al gebruikt, ouder dan een uur, of niet helemaal overgenomen. Uw wachtwoord is niet veranderd.',
    anew: 'Vraag een nieuwe link',
  },
  ended: {
    title: 'U bent niet meer ingelogd',
    text: 'Uw sessie is voorbij, of is ergens anders beëindigd. Er is niets opgeslagen. Log opnieuw in en doe het nog een keer.',
    kept: 'Dit had u ingevuld',
    again: 'Log opnieuw in',
  },
  toSignIn: 'Naar inloggen',
}
