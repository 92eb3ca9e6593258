/** Links in ruled cells: frequent items, bundles, categories. No pictures; a second line says what it costs in days and visits. */
export function LinkCells({ links }: { links: readonly { title: string; href: string; note?: string }[] }) {
  return (
    <ul className="link-cells">
      {links.map((link) => (
        <li key={link.href}>
          <a href={link.href}>
            <span className="link-cells-title">{link.title}</span>
            {link.note && <span className="link-cells-note">{link.note}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}
