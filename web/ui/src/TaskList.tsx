import { Mark } from './Mark.tsx';
import { type Words, zh } from './zh.ts';

export type Task = {
  title: string;
  href?: string;
  status: keyof Words['tasks'];
  hint?: string;
  /** Why it cannot start yet. */
  reason?: string;
};

export function TaskList({ tasks, words = zh }: { tasks: readonly Task[]; words?: Words }) {
  return (
    <ul className="task-list">
      {tasks.map((task) => (
        <li key={task.title} data-status={task.status}>
          <div className="task-what">
            {task.href && task.status !== 'blocked' ? <a href={task.href}>{task.title}</a> : <span>{task.title}</span>}
            {task.hint && <p className="hint">{task.hint}</p>}
            {task.reason && <p className="hint">{task.reason}</p>}
          </div>
          <span className="task-status">
            {task.status === 'done' && <Mark shape="tick" />}
            {words.tasks[task.status]}
          </span>
        </li>
      ))}
    </ul>
  );
}
