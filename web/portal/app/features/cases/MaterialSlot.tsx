import type { MaterialView } from '@tongban/server/contract/cases';
import { Button } from '@tongban/ui/Button.tsx';
import { localParts, sayDay, sayTime } from '@tongban/ui/dates.ts';
import { FileInput } from '@tongban/ui/FileInput.tsx';
import { MaterialRow, type MaterialState } from '@tongban/ui/MaterialRow.tsx';
import { useFrame, useWords } from '../../frame/frame-data.ts';
import { en } from './en.ts';
import { type Words, zh } from './zh.ts';

const DEFAULT_ACCEPT = ['image/jpeg', 'image/png', 'application/pdf'] as const;
const DEFAULT_MAX_FILES = 5;

/** One slot of the list: what it is, how it stands, the files in it, and a place for more. */
export function MaterialSlot({ caseId, slot, problem }: { caseId: string; slot: MaterialView; problem: string }) {
  const { kit, language } = useFrame();
  const words = useWords({ zh, en });
  const state = stateOf(slot);
  const requirement = words.copies(slot.originals, slot.copies);
  const files = slot.files.map((file) => {
    const { day, time } = localParts(file.addedAt);
    const when = `${sayDay(day, language)} ${sayTime(time, language)}`;
    return {
      name: file.name,
      note: file.state === 'held' ? words.checking : words.fileAdded(sizeOf(file.size), when),
      href: `/api/my/cases/${caseId}/files/${file.id}`,
      removeValue: file.id,
    };
  });
  return (
    <MaterialRow
      name={slot.name}
      {...(state && { state })}
      {...(slot.instructions && { why: slot.instructions })}
      {...(requirement && { requirement })}
      {...(slot.status === 'exempt' && slot.issuer && { from: slot.issuer })}
      tags={tagsOf(slot, words)}
      files={files}
      {...(slot.filledBy === 'PAPER' && { requirement: words.atWindow(slot.pages) })}
      {...(slot.status !== 'exempt' && { action: <Chooser slot={slot} problem={problem} /> })}
      words={kit}
    />
  );
}

function Chooser({ slot, problem }: { slot: MaterialView; problem: string }) {
  const { kit } = useFrame();
  const words = useWords({ zh, en });
  const max = slot.maxFiles ?? DEFAULT_MAX_FILES;
  if (slot.files.length >= max)
    return (
      <p className="hint" id={slot.key}>
        {problem || words.full(max)}
      </p>
    );
  const accept = slot.accept ?? DEFAULT_ACCEPT;
  return (
    <>
      <FileInput
        name={slot.key}
        label={words.chooseFor(slot.name)}
        hint={words.upTo(max)}
        accept={accept}
        types={accept.map((type) => words.typesOf[type]).join(kit.listComma)}
        maxSize={words.maxSize}
        multiple={max > 1}
        optional={slot.status !== 'needed' || slot.files.length > 0}
        words={kit}
        error={problem || undefined}
      />
      <Button kind="secondary" name="intent" value="upload" aria-label={`${words.upload} ${slot.name}`}>
        {words.upload}
      </Button>
    </>
  );
}

function stateOf(slot: MaterialView): MaterialState | undefined {
  if (slot.files.some((file) => file.state === 'refused')) return 'refused';
  if (slot.files.some((file) => file.state === 'held')) return 'checking';
  if (slot.files.length > 0) return 'uploaded';
  if (slot.filledBy === 'PAPER') return 'atWindow';
  if (slot.status === 'exempt') return 'exempt';
  return slot.status === 'needed' && slot.necessity === 'REQUIRED' ? 'waiting' : undefined;
}

const tagsOf = (slot: MaterialView, words: Words): string[] => [
  ...(slot.necessity === 'OPTIONAL' ? [words.optional] : []),
  ...(slot.status === 'deferrable' || slot.necessity === 'DEFERRABLE' ? [words.deferrable] : []),
  ...(slot.status === 'maybe' ? [words.maybe] : []),
];

const sizeOf = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${(bytes / 1024 / 1024).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;
