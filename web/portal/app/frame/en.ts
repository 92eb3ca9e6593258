import type { Words } from './zh.ts';

export const en: Words = {
  siteName: (city) => `${city} Government Services`,
  owner: (city, sample) => (sample ? `${city} (demonstration)` : `${city} People’s Government`),
  howToTell:
    'Staff never ask for your password or codes and never send payment links by text message. If in doubt, call 12345.',
  howToTellSample: (city) =>
    `${city} does not exist. Services, people, departments and telephone numbers here are sample data; cases have no legal effect.`,
  sample: 'Sample data',
  elder: 'Easy reading',
  contrast: 'High contrast',
  otherLanguage: '中文',
  otherLanguageCode: 'zh-CN',

  people: 'For people',
  firms: 'For firms',
  life: 'Life events',
  departments: 'By department',
  halls: 'Service halls',
  mine: 'My space',
  signIn: 'Sign in or register',
  signOut: 'Sign out',
  unnamed: 'My account',
  changeRegion: 'Change place',
  agent: 'agent',

  helpTitle: 'Talk to somebody',
  hotline: 'Call 12345',
  hallsAll: 'Service halls',
  helpPage: 'Help and common questions',
  aboutTitle: 'About this site',
  accessibility: 'Accessibility statement',
  privacy: 'Privacy',
  servicesTitle: 'Services',
  siteCode: 'Website code: to be added',
  filing: 'Filing number: to be added',
  sampleCity: 'Sample data; no real city is meant',
  hotlineHours: '24 hours a day',
  toHall: 'Go to a service hall',

  notFound: 'This page cannot be found',
  notFoundText:
    'The address may be mistyped, or the page has moved. Search for what you want to do, or start from the home page.',
  forbidden: 'You cannot see this page yet',
  unavailable: 'This cannot be opened right now',
  unavailableText:
    'Nothing you have saved is lost. Reload this page in a few minutes; if it is urgent, call or go to a hall.',
  failed: 'Something went wrong here and has been recorded',
  failedText:
    'Nothing you have saved is lost. Go back and try again; if it keeps failing, call and tell us the number below.',
  signedOut: 'Your session has ended',
  signedOutText: 'What you typed is still here. Sign in again and send it with one press.',
  signInAgain: 'Sign in again',
  expired: 'This page was open too long; please try again',
  expiredText:
    'For safety this was not accepted. Go back in your browser, reload the page and send it again; applications are kept as drafts.',
  refusedTitle: 'This step could not be done',
  trace: (id) => `Number: ${id}`,
  toHome: 'Home page',
};
