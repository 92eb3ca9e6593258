import type { CaseView, MaterialView } from '@tongban/server/contract/cases';
import { Tag } from '@tongban/ui/StatusTag.tsx';
import { Tabs } from 'antd';
import { useWords } from '../lib/language.ts';
import { en } from './en.ts';
import { FileSheet } from './FileSheet.tsx';
import { zh } from './zh.ts';

/** What was handed in, one material after another; beside it the clerk judges. */
export function MaterialViewer(props: {
  view: Pick<CaseView, 'id' | 'materials'>;
  shown: string | undefined;
  onShow: (materialKey: string) => void;
}) {
  const { view, onShow } = props;
  const words = useWords({ zh, en });
  const materials = view.materials.filter(
    ({ status, files, filledBy }) => status !== 'maybe' || filledBy || files.length,
  );
  const [first] = materials;
  if (!first) return <p className="empty-state">{words.materials.none}</p>;
  return (
    <Tabs
      className="material-viewer"
      activeKey={props.shown ?? materials.find(({ files }) => files.length > 0)?.key ?? first.key}
      onChange={onShow}
      items={materials.map((material) => ({
        key: material.key,
        label: (
          <>
            {material.name}
            {material.files.length > 0 && <span className="tab-count">{material.files.length}</span>}
          </>
        ),
        children: <Material caseId={view.id} material={material} />,
      }))}
    />
  );
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
