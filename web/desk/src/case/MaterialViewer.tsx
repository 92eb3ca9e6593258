import type { CaseView, MaterialView } from '@tongban/server/contract/cases';
import { Tag } from '@tongban/ui/StatusTag.tsx';
import { useWords } from '../lib/language.ts';
import { en } from './en.ts';
import { FileSheet } from './FileSheet.tsx';
import { zh } from './zh.ts';

/** What was handed in: the list of materials, and the one that is looked at. */
export function MaterialViewer(props: {
  view: Pick<CaseView, 'id' | 'materials'>;
  shown: string | undefined;
  onShow: (materialKey: string) => void;
}) {
  const { view, onShow } = props;
  const words = useWords({ zh, en }).materials;
  const materials = view.materials.filter((material) => material.status !== 'maybe' || material.filledBy !== null);
  const shown =
    materials.find(({ key }) => key === props.shown) ?? materials.find(({ files }) => files.length > 0) ?? materials[0];
  if (!shown) return <p className="empty-state">{words.none}</p>;
  return (
    <section className="material-viewer" aria-label={words.label}>
      <ol className="material-rail">
        {materials.map((material) => (
          <li key={material.key}>
            <button type="button" aria-current={material === shown} onClick={() => onShow(material.key)}>
              {material.name}
              <span className="hint">{stateOf(material, words)}</span>
            </button>
          </li>
        ))}
      </ol>
      <Material key={shown.key} caseId={view.id} material={shown} />
    </section>
  );
}

function stateOf({ files, filledBy, pages, status }: MaterialView, words: typeof zh.materials): string {
  if (files.length > 0) return words.files(files.length);
  if (filledBy === 'PAPER') return words.paper(pages ?? 0);
  return status === 'exempt' ? words.exempt : words.missing;
}

function Material({ caseId, material }: { caseId: string; material: MaterialView }) {
  const words = useWords({ zh, en }).materials;
  const { files, filledBy, pages, originalSeen, status, trust } = material;
  return (
    <div className="material-sheet">
      <p className="material-facts">
        {originalSeen && <Tag tone="ok">{words.originalSeen}</Tag>}
        {!originalSeen && trust && <Tag tone="quiet">{words.trust[trust]}</Tag>}
        {!filledBy && status === 'exempt' && <Tag tone="ok">{words.exempt}</Tag>}
        {filledBy === 'PAPER' && pages !== null && <span>{words.paper(pages)}</span>}
        {material.instructions && <span className="hint">{material.instructions}</span>}
      </p>
      {files.length === 0 && filledBy !== 'PAPER' && <p className="empty-state">{words.empty(material.name)}</p>}
      {files.map((file, n) => (
        <FileSheet key={file.id} caseId={caseId} file={file} title={words.file(n + 1)} />
      ))}
    </div>
  );
}
