import { useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { sessionEvents } from '../lib/http.ts';
import { useWords } from '../lib/language.ts';
import { en } from './en.ts';
import { sessionOptions } from './session.ts';
import { zh } from './zh.ts';

const WARN_BEFORE_S = 120;

/** Two minutes before an idle session ends, says so and offers to stay (ux R37). Every answer of the server starts the time anew. */
export function SessionWarning({ idleSeconds }: { idleSeconds: number }) {
  const words = useWords({ zh, en }).ending;
  const queries = useQueryClient();
  const aliveAt = useRef(Date.now());
  const [left, setLeft] = useState(idleSeconds);
  useEffect(() => {
    const alive = () => {
      aliveAt.current = Date.now();
      setLeft(idleSeconds);
    };
    const tick = () => setLeft(Math.ceil(idleSeconds - (Date.now() - aliveAt.current) / 1000));
    sessionEvents.addEventListener('alive', alive);
    const timer = setInterval(tick, 1000);
    return () => {
      sessionEvents.removeEventListener('alive', alive);
      clearInterval(timer);
    };
  }, [idleSeconds]);

  const ask = () => queries.fetchQuery({ ...sessionOptions, staleTime: 0 }).catch(() => null);
  const over = left <= 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once when the time is up
  useEffect(() => {
    if (over) ask();
  }, [over]);
  return (
    <Modal
      open={left <= WARN_BEFORE_S && !over}
      title={words.title}
      closable={false}
      footer={
        <Button type="primary" onClick={ask}>
          {words.stay}
        </Button>
      }
    >
      <p role="timer">{words.lead(Math.max(0, left))}</p>
    </Modal>
  );
}
