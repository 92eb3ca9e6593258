import { index, layout, type RouteConfig, route } from '@react-router/dev/routes';

/** Every address of the portal; English ones stand under `/en` and lead to the same pages. */
export default [
  layout('frame/Pages.tsx', [
    index('features/catalogue/HomePage.tsx'),
    route('search', 'features/catalogue/SearchPage.tsx'),
    route('browse/:way', 'features/catalogue/BrowsePage.tsx'),
    route('items/:itemKey', 'features/catalogue/ItemPage.tsx'),
    route('items/:itemKey/start', 'features/cases/StartPage.tsx'),

    route('halls', 'features/org/HallsPage.tsx'),
    route('regions', 'features/org/RegionsPage.tsx'),

    route('sign-in', 'features/identity/SignInPage.tsx'),
    route('sign-out', 'features/identity/SignOut.ts'),
    route('my/real-name', 'features/identity/RealNamePage.tsx'),
    route('my/identity', 'features/identity/IdentityPage.tsx'),
    route('my/mandates', 'features/identity/MandatesPage.tsx'),
    route('my/settings', 'features/identity/SettingsPage.tsx'),
    route('my/password', 'features/identity/PasswordPage.tsx'),
    route('my/proof', 'features/identity/ProofPage.tsx'),
    route('my/access', 'features/identity/AccessPage.tsx'),

    route('my/messages', 'features/notices/MessagesPage.tsx'),

    route('my', 'features/cases/MyPage.tsx'),
    route('my/cases', 'features/cases/MyCasesPage.tsx'),
    route('my/cases/:caseId', 'features/cases/CasePage.tsx'),
    route('my/cases/:caseId/form/:page?', 'features/cases/FormStepPage.tsx'),
    route('my/cases/:caseId/form/:page/save', 'features/cases/FormSavePoint.ts'),
    route('my/cases/:caseId/materials', 'features/cases/MaterialsStepPage.tsx'),
    route('my/cases/:caseId/check', 'features/cases/CheckStepPage.tsx'),
    route('my/cases/:caseId/receipt', 'features/cases/ReceiptPage.tsx'),

    route('help', 'features/site/HelpPage.tsx'),
    route('accessibility', 'features/site/AccessibilityPage.tsx'),
    route('privacy', 'features/site/PrivacyPage.tsx'),
    route('display', 'features/site/Display.ts'),
    route('*', 'features/site/NotFound.tsx'),
  ]),
] satisfies RouteConfig;
