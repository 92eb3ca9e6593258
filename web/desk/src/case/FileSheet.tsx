import { useQuery } from '@tanstack/react-query';
import type { FileView } from '@tongban/server/contract/cases';
import { Button, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { useWords } from '../lib/language.ts';
import { ProblemNotice } from '../lib/ProblemNotice.tsx';
import { fileOptions } from './api.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

const ZOOMS = [25, 50, 75, 100, 150, 200, 300] as const;
const FIT = 3;

/** One file as it was handed in: a picture that can be enlarged and turned, a PDF in the browser's own reader. */
export function FileSheet({ caseId, file, title }: { caseId: string; file: FileView; title: string }) {
  const words = useWords({ zh, en }).materials;
  const [zoom, setZoom] = useState(FIT);
  const [turns, setTurns] = useState(0);
  const picture = file.mediaType.startsWith('image/');
  return (
    <figure className="file-sheet">
      <figcaption>
        <span className="file-name">
          {title} · {file.name} · <span className="tabular">{sizeOf(file.size)}</span>
        </span>
        {file.state === 'clean' && picture && (
          <span className="file-tools">
            <Button size="small" disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}>
              {words.zoomOut}
            </Button>
            <Button size="small" disabled={zoom === ZOOMS.length - 1} onClick={() => setZoom(zoom + 1)}>
              {words.zoomIn}
            </Button>
            <Button size="small" disabled={zoom === FIT} onClick={() => setZoom(FIT)}>
              {words.fit}
            </Button>
            <Button size="small" onClick={() => setTurns((turns + 1) % 4)}>
              {words.rotate}
            </Button>
          </span>
        )}
      </figcaption>
      {file.state === 'clean' ? (
        <Contents caseId={caseId} file={file} zoom={ZOOMS[zoom] ?? 100} turns={turns} />
      ) : (
        <p className="empty-state">{words[file.state]}</p>
      )}
    </figure>
  );
}

const sizeOf = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;

function Contents({ caseId, file, zoom, turns }: { caseId: string; file: FileView; zoom: number; turns: number }) {
  const words = useWords({ zh, en }).materials;
  const loaded = useQuery(fileOptions(caseId, file.id));
  const address = useAddress(loaded.data);
  if (loaded.error) return <ProblemNotice error={loaded.error} onRetry={() => loaded.refetch()} />;
  if (!address) return <Skeleton active title={false} paragraph={{ rows: 6 }} />;
  if (file.mediaType.startsWith('image/'))
    return (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled has to be reached by keys
      <section className="picture" tabIndex={0} aria-label={file.name}>
        <img src={address} alt={file.name} data-turns={turns} style={{ width: `${zoom}%` }} />
      </section>
    );
  return (
    <>
      {file.mediaType === 'application/pdf' && (
        <iframe className="pdf" src={`${address}#navpanes=0&view=FitH`} title={file.name} />
      )}
      <p className="hint">
        {file.mediaType !== 'application/pdf' && words.cannotShow}{' '}
        <a href={address} download={file.name}>
          {words.open}
        </a>
      </p>
    </>
  );
}

/** An address in memory for the bytes, given back when the file is no longer shown. */
function useAddress(bytes: Blob | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!bytes) return;
    const made = URL.createObjectURL(bytes);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes]);
  return address;
}
