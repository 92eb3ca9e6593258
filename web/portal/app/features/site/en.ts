import type { Words } from './zh.ts';

export const en: Words = {
  helpTitle: 'Help',
  helpLead: 'What people ask most. For anything else call 12345 or ask at a service hall.',
  questions: [
    {
      question: 'I do not know what my matter is called. How do I find it?',
      answer:
        'Search in your own words, in Chinese, for example 开小饭馆; initials of pinyin work too, for example spjyxk. You can also browse by life event or by department.',
    },
    {
      question: 'Do I have to register first?',
      answer:
        'Guides, questions and your personal list of materials need no sign-in. To fill in an application you sign in with a mobile number; some matters need your identity verified once before you submit.',
    },
    {
      question: 'What if I am interrupted while filling in?',
      answer:
        'Nothing is lost. Every step is kept as a draft for at least 90 days; sign in on any device and go on under “My space”.',
    },
    {
      question: 'How do I hand in materials?',
      answer:
        'Take photographs, or choose pictures and PDFs from your device, up to 20 MB each. Lay the page flat, in good light, with all four corners in view.',
    },
    {
      question: 'How do I follow my application?',
      answer:
        'Sign in and open “My space”. The page of each case says who did what and when, how many working days remain, and why the date is what it is.',
    },
    {
      question: 'I cannot use the internet.',
      answer:
        'Take your ID card to any service hall. The window fills in the form with you, or goes on with a draft begun online.',
    },
  ],
  halls: 'Service halls',

  accessibilityTitle: 'Accessibility statement',
  accessibilityLead:
    'This site is built to the Barrier-free Environment Law and to WCAG 2.2, level AA, so that everybody can get things done alone.',
  done: 'What works',
  doneLines: [
    'Every page can be read, searched, filled in and submitted without a script.',
    'Everything can be done by keyboard alone, and the focus is always visible.',
    'At 400 % zoom, or on a narrow phone, content is laid out anew; nothing has to be dragged sideways.',
    'Easy reading covers every page: large type and buttons, contrast of at least 7 to 1; there is high contrast and four text sizes.',
    'States are told in words, never by colour alone.',
    'There are no picture puzzles and no time limits; codes hold for five minutes, can be pasted and asked for again.',
  ],
  gaps: 'What does not work yet',
  gapLines: [
    'Guides and forms are written in Chinese only and stay Chinese under the English interface.',
    'People who are blind, deaf or over sixty have not yet tried every page.',
    'Reading aloud needs a browser that can speak, and is offered on form, upload and receipt pages only.',
    'A check against each line of GB/T 37668 has not been made and published.',
  ],
  tellUs: 'Tell us what is in your way',
  tellUsText:
    'Call 12345 with the address of the page and what happened. You may ask for the same service by other means.',

  privacyTitle: 'Privacy',
  privacyLead: 'We ask only for what a matter needs, say why, and show you who looked at it.',
  privacyParts: [
    {
      title: 'What is collected',
      text: 'A mobile number to sign in; name and ID number to verify your identity; the answers and materials of an application, each with its purpose beside it.',
    },
    {
      title: 'How it is kept',
      text: 'ID numbers, mobile numbers, answers and materials are stored encrypted. Drafts are deleted when they expire; submitted cases are kept as the archives rules demand.',
    },
    {
      title: 'Who can see it',
      text: 'Only the window and the department that handle the matter. They state a purpose whenever they look at full data, and you can read the log under “Settings”.',
    },
    {
      title: 'Cookies',
      text: 'Three necessary ones: your session, the protection of forms, and how pages look (easy reading, text size, place). No statistics, no advertising.',
    },
    {
      title: 'Your rights',
      text: 'You may see and correct your data, sign out, and delete drafts at any time. Verified data are corrected at a window.',
    },
  ],
};
