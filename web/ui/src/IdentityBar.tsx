import { type Words, zh } from './zh.ts';

/** Stands under the navigation on every page while somebody acts for a firm or for another person (ux R39). */
export function IdentityBar(props: { actingFor: string; capacity?: string; switchHref?: string; words?: Words }) {
  const { actingFor, capacity, switchHref, words = zh } = props;
  return (
    <section className="identity-bar" aria-label={words.identity}>
      <div className="page identity-bar-line">
        <p>
          {words.actingFor}
          <strong>{actingFor}</strong>
          {capacity && words.actingAs(capacity)}
        </p>
        {switchHref && <a href={switchHref}>{words.switchIdentity}</a>}
      </div>
    </section>
  );
}
