import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CaseView, MaterialView } from '@tongban/server/contract/cases';
import type { FieldError } from '@tongban/server/contract/forms';
import { MaterialList, MaterialRow, type MaterialState } from '@tongban/ui/MaterialRow.tsx';
import { Button, Checkbox, InputNumber } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { caseOptions } from '../../case/api.ts';
import { ApiProblem } from '../../lib/http.ts';
import { useKitWords, useWords } from '../../lib/language.ts';
import { useSentence } from '../../lib/ProblemNotice.tsx';
import { useShortcuts } from '../../lib/useShortcuts.ts';
import { recordPaper, removeFile, upload } from './api.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

const ACCEPT = ['image/jpeg', 'image/png', 'application/pdf'];

const isWaiting = ({ status, filledBy, necessity }: MaterialView): boolean =>
  status === 'needed' && filledBy === null && necessity === 'REQUIRED';

/** Each material of this situation: scanned, or taken on paper with its original compared. */
export function MaterialTable(props: { view: CaseView; mistakes: readonly FieldError[] }) {
  const { view, mistakes } = props;
  const queries = useQueryClient();
  const words = useWords({ zh, en });
  const list = useRef<HTMLFormElement>(null);
  const removing = useMutation({
    mutationFn: (fileId: string) => removeFile(view.id, fileId),
    onSettled: () => queries.invalidateQueries(caseOptions(view.id)),
  });
  const scanFirst = () => {
    const first = view.materials.find(isWaiting) ?? view.materials[0];
    list.current?.querySelector<HTMLInputElement>(`input[type=file][name="${first?.key}"]`)?.click();
  };
  useShortcuts([{ keys: 'F8', does: words.scanFirst, run: scanFirst }]);
  const press = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    if (submitter instanceof HTMLButtonElement && submitter.name === 'remove') removing.mutate(submitter.value);
  };
  if (view.materials.length === 0) return <p className="empty-state">{words.noMaterials}</p>;
  return (
    <form ref={list} className="material-table" noValidate onSubmit={press}>
      <p className="hint">{words.accepts}</p>
      <MaterialList label={words.regions.materials}>
        {view.materials.map((material) => (
          <Slot
            key={material.key}
            caseId={view.id}
            material={material}
            problem={mistakes.find(({ pointer }) => pointer === `/materials/${material.key}`)?.detail}
          />
        ))}
      </MaterialList>
    </form>
  );
}

function stateOf({ files, filledBy, status }: MaterialView): MaterialState | undefined {
  if (files.some(({ state }) => state === 'refused')) return 'refused';
  if (files.length > 0) return 'uploaded';
  if (filledBy === 'PAPER') return 'atWindow';
  return status === 'exempt' ? 'exempt' : status === 'needed' ? 'waiting' : undefined;
}

function Slot(props: { caseId: string; material: MaterialView; problem: string | undefined }) {
  const { caseId, material } = props;
  const words = useWords({ zh, en });
  const kit = useKitWords();
  const sentence = useSentence();
  const queries = useQueryClient();
  const refresh = { onSettled: () => queries.invalidateQueries(caseOptions(caseId)) };
  const scanning = useMutation({
    ...refresh,
    mutationFn: async (files: readonly File[]) => {
      for (const file of files) await upload(caseId, material.key, file);
    },
  });
  const taking = useMutation({
    ...refresh,
    mutationFn: (paper: { originalSeen: boolean; pages: number }) => recordPaper(caseId, material.key, paper),
  });
  const failed = scanning.error ?? taking.error;
  const detail = failed instanceof ApiProblem ? failed.errors[0]?.detail : undefined;
  const problem = failed ? (detail ?? sentence(failed)) : props.problem;
  const state = stateOf(material);
  const tags = [
    ...(material.status === 'maybe' ? [words.maybe] : []),
    ...(material.status === 'deferrable' ? [words.deferrable] : []),
    ...(material.necessity === 'OPTIONAL' ? [words.optional] : []),
  ];
  const requirement = words.copies(material.originals ?? 0, material.copies ?? 0);
  return (
    <MaterialRow
      name={material.name}
      words={kit}
      tags={tags}
      {...(state && { state })}
      {...(material.instructions && { why: material.instructions })}
      {...(requirement && { requirement })}
      {...(material.status === 'exempt' && material.issuer && { from: material.issuer })}
      {...(problem && { problem })}
      files={material.files.map(({ id, name }) => ({ name, removeValue: id }))}
      action={
        <SlotActions
          material={material}
          busy={scanning.isPending || taking.isPending}
          onScan={scanning.mutate}
          onTake={taking.mutate}
        />
      }
    />
  );
}

function SlotActions(props: {
  material: MaterialView;
  busy: boolean;
  onScan: (files: readonly File[]) => void;
  onTake: (paper: { originalSeen: boolean; pages: number }) => void;
}) {
  const { material, busy, onScan, onTake } = props;
  const words = useWords({ zh, en });
  const box = useRef<HTMLInputElement>(null);
  const [pages, setPages] = useState(material.pages ?? 1);
  const [seen, setSeen] = useState(material.originalSeen);
  const [open, setOpen] = useState(false);
  return (
    <div className="slot-actions" id={`/materials/${material.key}`} tabIndex={-1}>
      <input
        ref={box}
        className="only-read"
        type="file"
        tabIndex={-1}
        name={material.key}
        aria-label={`${words.scan} ${material.name}`}
        accept={(material.accept ?? ACCEPT).join(',')}
        multiple
        onChange={(event) => {
          onScan([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <Button size="small" loading={busy} onClick={() => box.current?.click()}>
        {words.scan}
      </Button>
      {material.filledBy === 'PAPER' && material.pages !== null && !open && (
        <span>{words.paperTaken(material.pages, material.originalSeen)}</span>
      )}
      <Button size="small" aria-expanded={open} disabled={busy} onClick={() => setOpen(!open)}>
        {words.paper}
      </Button>
      {open && (
        <span className="paper-slot">
          <InputNumber
            size="small"
            aria-label={`${words.pages} ${material.name}`}
            suffix={words.page}
            min={1}
            max={500}
            precision={0}
            value={pages}
            onChange={(value) => setPages(value ?? 1)}
          />
          <Checkbox checked={seen} onChange={(event) => setSeen(event.target.checked)}>
            {words.originalSeen}
          </Checkbox>
          <Button
            size="small"
            type="primary"
            onClick={() => {
              onTake({ originalSeen: seen, pages });
              setOpen(false);
            }}
          >
            {words.takePaper}
          </Button>
        </span>
      )}
    </div>
  );
}
