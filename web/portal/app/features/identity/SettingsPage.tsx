import { Button, ButtonRow } from '@tongban/ui/Button.tsx';
import { Notice } from '@tongban/ui/Notice.tsx';
import { Check, Radios } from '@tongban/ui/Radios.tsx';
import { Section } from '@tongban/ui/Section.tsx';
import { SummaryList } from '@tongban/ui/SummaryList.tsx';
import { displayCookie } from '../../display.ts';
import { useAddress, useFrame, useWords } from '../../frame/frame-data.ts';
import { PageTitle } from '../../frame/PageTitle.tsx';
import { onVisit, pageContext, to } from '../../visit.ts';
import type { Route } from './+types/SettingsPage';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** The account and how pages look for it on every device. */
export const loader = onVisit(async ({ services, actor }, { request }: Route.LoaderArgs) => ({
  account: await services.account.mine(actor),
  saved: new URL(request.url).searchParams.has('saved'),
}));

export const action = onVisit(async (visit, { context }: Route.ActionArgs) => {
  const said = new Map(visit.form);
  const elderMode = said.get('elder') === 'true';
  const language = said.get('language') === 'en' ? 'en' : 'zh';
  await visit.services.account.change(visit.actor, { elderMode, language, version: Number(said.get('version')) });
  const { display } = context.get(pageContext);
  const cookie = displayCookie({ ...display, mode: elderMode ? 'elder' : 'std' });
  throw to({ language }, '/my/settings?saved', cookie);
});

export default function SettingsPage({ loaderData: { account, saved } }: Route.ComponentProps) {
  const { kit, csrf, elder } = useFrame();
  const words = useWords({ zh, en });
  const at = useAddress();
  return (
    <>
      <PageTitle>{words.settingsTitle}</PageTitle>
      <h1>{words.settingsTitle}</h1>
      {saved && <Notice live>{words.saved}</Notice>}
      <Section id="account" title={words.account}>
        <SummaryList
          rows={[
            { label: words.name, value: account.name ?? words.notNamed },
            { label: words.idNumber, value: account.idNumber },
            { label: words.mobile, value: account.mobile },
            {
              label: words.level,
              value:
                account.realNameLevel === 'L1' ? (
                  <>
                    {words.levels.L1} <a href={at('/my/real-name')}>{words.toRealName}</a>
                  </>
                ) : (
                  words.levels[account.realNameLevel]
                ),
            },
            {
              label: words.passwordState,
              value: (
                <>
                  {account.hasPassword ? words.passwordSet : words.passwordNotSet}{' '}
                  <a href={at('/my/password')}>{account.hasPassword ? words.changePassword : words.setPassword}</a>
                </>
              ),
            },
          ]}
          words={kit}
        />
      </Section>
      <Section id="display" title={words.display}>
        <form method="post" action={at('/my/settings')} noValidate>
          <input type="hidden" name="csrf" value={csrf} />
          <input type="hidden" name="version" value={account.version} />
          <Check name="elder" label={words.elderMode} checked={elder} />
          <Radios
            name="language"
            label={words.language}
            value={account.language}
            options={[
              { value: 'zh', label: words.languages.zh },
              { value: 'en', label: words.languages.en },
            ]}
            inline
            words={kit}
          />
          <ButtonRow>
            <Button>{words.save}</Button>
          </ButtonRow>
        </form>
      </Section>
      <Section id="looks" title={words.whoLooked}>
        <p>
          {words.whoLookedLead} <a href={at('/my/access')}>{words.toWhoLooked}</a>
        </p>
      </Section>
    </>
  );
}
